package org.practicewatch.post.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.practicewatch.post.Letter;

/** A letter as it goes over the wire and into a file. */
final class MailMessage extends MimeMessage {

  private final String messageId;
  private boolean wholeOut;

  MailMessage(Session session, Letter letter) throws MessagingException {
    super(session);
    this.messageId = letter.messageId();
    setFrom(new InternetAddress(letter.from(), true));
    setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    setSentDate(Date.from(letter.written()));
    setText(letter.text(), StandardCharsets.UTF_8.name());
    // So that no absence notice comes back to a machine.
    setHeader("Auto-Submitted", "auto-generated");
    saveChanges();
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    super.writeTo(out, ignored);
    wholeOut = true;
  }

  /** Whether every byte of it was written once: then it may have been accepted. */
  boolean isWholeOut() {
    return wholeOut;
  }
}
