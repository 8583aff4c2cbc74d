package org.practicewatch.post.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.practicewatch.files.WholeFile;
import org.practicewatch.post.Delivery;
import org.practicewatch.post.Letter;
import org.practicewatch.post.Post;

/** Letters as {@code .eml} files in a folder, which any mail program opens. */
public final class LetterFiles implements Post {

  private final Path folder;
  private final String name;

  /**
   * Files in a folder.
   *
   * @param name of the file, without its ending
   */
  public LetterFiles(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Where the letter is, or would be. */
  public Path file() {
    return folder.resolve(name + ".eml");
  }

  /** Removes the letter, if it was kept before. */
  public void remove() throws IOException {
    Files.deleteIfExists(file());
  }

  @Override
  public Delivery send(Letter letter, String recipient, Runnable beforeTheEnd) {
    try {
      Files.createDirectories(folder);
      MailMessage message =
          new MailMessage(Session.getInstance(new Properties()), letter, beforeTheEnd);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      WholeFile.write(file(), bytes::writeTo);
      return new Delivery.Sent();
    } catch (IOException cannotWrite) {
      return new Delivery.Delayed("it cannot be written into " + folder);
    } catch (MessagingException notAnAddress) {
      return new Delivery.Refused("an address of it is none");
    }
  }
}
