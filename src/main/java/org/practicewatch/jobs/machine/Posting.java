package org.practicewatch.jobs.machine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.practicewatch.post.Delivering;
import org.practicewatch.post.Delivering.Patience;
import org.practicewatch.post.Delivery;
import org.practicewatch.post.Letter;
import org.practicewatch.post.MailServer;
import org.practicewatch.post.Outbox;
import org.practicewatch.post.Post;
import org.practicewatch.post.smtp.LetterFiles;
import org.practicewatch.post.smtp.SmtpPost;
import org.practicewatch.settings.PostSettings;

/**
 * Lets letters leave: by the mail server, or as files where there is none.
 *
 * @param folder where letters are kept that are files
 * @param environment where the mail server's user and password are found
 */
public record Posting(
    Outbox outbox,
    PostSettings settings,
    Path folder,
    Map<String, String> environment,
    Clock clock,
    Delivering.Waiting waiting) {

  /** Who the mail server knows us as, in the environment. */
  public static final String USER = "PRACTICEWATCH_MAIL_USER";

  /** What it knows us by, in the environment. */
  public static final String PASSWORD = "PRACTICEWATCH_MAIL_PASSWORD";

  /**
   * Hands over what waits.
   *
   * @param every the pause before what was not taken is tried again
   * @param atMost how long to go on
   * @param uncertainAgain whether an uncertain letter is sent once more
   */
  public void deliver(Duration every, Duration atMost, boolean uncertainAgain) {
    MailServer server = settings.server();
    Post post =
        server == null
            ? new AsFiles(folder)
            : new SmtpPost(
                server,
                settings.allowed(),
                environment.getOrDefault(USER, ""),
                environment.getOrDefault(PASSWORD, ""));
    try {
      new Delivering(
              outbox,
              post,
              server == null,
              new Patience(every, atMost, uncertainAgain),
              waiting,
              clock::instant)
          .deliver();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while letters were waiting", stopped);
    }
  }

  /** Each letter as a file. */
  private record AsFiles(Path folder) implements Post {
    @Override
    public Delivery send(Letter letter, String recipient, Runnable beforeTheEnd) {
      String name = letter.messageId().substring(0, letter.messageId().indexOf('@'));
      return new LetterFiles(folder, name).send(letter, recipient, beforeTheEnd);
    }
  }
}
