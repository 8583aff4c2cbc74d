package org.practicewatch.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.practicewatch.files.WholeFile;
import org.practicewatch.post.Copy.State;

/**
 * Hands over what waits in an outbox, so that everybody gets a letter exactly once. Before the word
 * that ends a letter goes out, it is noted that the letter is being handed over; whatever happens
 * before can be done again, and what happens between there and the answer nobody can know.
 */
public final class Delivering {

  private static final String STOPPED =
      "the program was stopped when the whole letter was out; it may have been accepted";

  private final Outbox outbox;
  private final Post post;
  private final boolean asFiles;
  private final Patience patience;
  private final Waiting waiting;
  private final Supplier<Instant> now;

  /**
   * How long to try.
   *
   * @param every the pause before what was not taken is tried again
   * @param atMost how long to go on
   * @param uncertainAgain whether an uncertain letter is sent once more
   */
  public record Patience(Duration every, Duration atMost, boolean uncertainAgain) {}

  /** Lets time pass. */
  public interface Waiting {
    void pass(Duration time) throws InterruptedException;
  }

  /**
   * Delivers.
   *
   * @param asFiles whether there is no mail server, so that a letter is one file for all its
   *     recipients
   * @param now says what time it is
   */
  public Delivering(
      Outbox outbox,
      Post post,
      boolean asFiles,
      Patience patience,
      Waiting waiting,
      Supplier<Instant> now) {
    this.now = now;
    this.outbox = outbox;
    this.post = post;
    this.asFiles = asFiles;
    this.patience = patience;
    this.waiting = waiting;
  }

  /** Hands over all that waits, and goes on for as long as there is patience. */
  public void deliver() throws InterruptedException {
    settleWhatWasLeft();
    Instant end = now.get().plus(patience.atMost());
    Duration waited = Duration.ZERO;
    // Everything is tried once, however long that takes.
    boolean left = handOverAll(Instant.MAX);
    while (left) {
      waited = waited.plus(patience.every());
      if (waited.compareTo(patience.atMost()) > 0
          || now.get().plus(patience.every()).isAfter(end)) {
        return;
      }
      waiting.pass(patience.every());
      left = handOverAll(end);
    }
  }

  /** What a program that died was handing over may have arrived. */
  private void settleWhatWasLeft() {
    for (Outgoing letter : outbox.unsettled()) {
      for (Copy copy : outbox.copies(letter)) {
        if (copy.state() == State.HANDING_OVER) {
          copy = copy.is(State.UNCERTAIN, STOPPED);
          outbox.note(copy);
        }
        if (copy.state() == State.UNCERTAIN && patience.uncertainAgain() && !copy.again()) {
          outbox.note(copy.onceMore());
        }
      }
    }
  }

  /** Whether another attempt may help. A server that takes its time does not get more than ours. */
  private boolean handOverAll(Instant end) {
    boolean left = false;
    for (Outgoing letter : outbox.unsettled()) {
      if (now.get().isAfter(end)) {
        return true;
      }
      List<Copy> open =
          outbox.copies(letter).stream().filter(copy -> copy.state() == State.WAITING).toList();
      if (!open.isEmpty()) {
        left |= handOver(letter, open);
      }
    }
    return left;
  }

  private boolean handOver(Outgoing outgoing, List<Copy> open) {
    Letter letter;
    try {
      letter = letter(outgoing);
    } catch (IOException gone) {
      open.forEach(
          copy ->
              outbox.note(
                  copy.is(
                      State.WAITING,
                      "the list that goes with it is not as it was written; restore it in the"
                          + " output folder")));
      // Time does not bring it back, so nobody waits for it.
      return false;
    }
    boolean left = false;
    for (Copy copy : asFiles ? List.of(open.get(0)) : open) {
      Copy after = handOver(letter, copy.tried());
      left |= after.state() == State.WAITING;
      for (Copy same : asFiles ? open : List.of(copy)) {
        outbox.note(
            new Copy(
                same.messageId(),
                same.address(),
                after.state(),
                after.attempts(),
                after.why(),
                same.again()));
      }
    }
    return left;
  }

  private Copy handOver(Letter letter, Copy copy) {
    Delivery delivery =
        post.send(
            letter,
            copy.address(),
            () -> {
              if (!asFiles) {
                outbox.note(copy.is(State.HANDING_OVER, ""));
              }
            });
    if (delivery instanceof Delivery.Sent) {
      return copy.is(asFiles ? State.KEPT : State.SENT, "");
    }
    if (delivery instanceof Delivery.Refused refused) {
      return copy.is(State.REFUSED, refused.why());
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      return copy.is(State.UNCERTAIN, uncertain.why());
    }
    return copy.is(
        State.WAITING, delivery instanceof Delivery.Delayed delayed ? delayed.why() : "");
  }

  private static Letter letter(Outgoing outgoing) throws IOException {
    return new Letter(
        outgoing.messageId(),
        outgoing.from(),
        outgoing.to(),
        outgoing.copies(),
        outgoing.subject(),
        outgoing.text(),
        outgoing.html().isEmpty() ? null : outgoing.html(),
        attachments(outgoing),
        outgoing.written());
  }

  private static List<Letter.Attachment> attachments(Outgoing outgoing) throws IOException {
    List<Letter.Attachment> attachments = new ArrayList<>();
    for (Outgoing.Attached one : outgoing.attached()) {
      Path file = Path.of(one.file());
      byte[] bytes = Files.readAllBytes(WholeFile.latest(file));
      if (!sha256(bytes).equals(one.sha256())) {
        throw new IOException("the file has changed");
      }
      attachments.add(
          new Letter.Attachment(
              attachedAs(file),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              bytes));
    }
    return attachments;
  }

  /** Every team's list is called alike and stands in a folder of its own, which tells it apart. */
  private static String attachedAs(Path file) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.getParent();
    int ending = name.lastIndexOf('.');
    return folder != null && ending > 0 && name.startsWith("exceptions")
        ? name.substring(0, ending) + "-" + folder.getFileName() + name.substring(ending)
        : name;
  }

  /** The hash by which an attachment is known. */
  public static String sha256(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes);
  }
}
