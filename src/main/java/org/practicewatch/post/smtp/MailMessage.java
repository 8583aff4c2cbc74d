package org.practicewatch.post.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.practicewatch.post.Letter;

/** A letter as it goes over the wire and into a file. */
final class MailMessage extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;
  private final Runnable beforeTheEnd;
  private boolean wholeOut;

  /**
   * A letter.
   *
   * @param beforeTheEnd done when every byte of it is out but those that end it
   */
  MailMessage(Session session, Letter letter, Runnable beforeTheEnd) throws MessagingException {
    super(session);
    this.messageId = letter.messageId();
    this.beforeTheEnd = beforeTheEnd;
    setFrom(new InternetAddress(letter.from(), true));
    setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    for (String copy : letter.copies()) {
      addRecipient(Message.RecipientType.CC, new InternetAddress(copy, true));
    }
    setSubject(letter.subject(), UTF_8);
    setSentDate(Date.from(letter.written()));
    content(letter);
    // So that no absence notice comes back to a machine.
    setHeader("Auto-Submitted", "auto-generated");
    saveChanges();
  }

  private void content(Letter letter) throws MessagingException {
    String html = letter.html();
    if (html == null && letter.attachments().isEmpty()) {
      setText(letter.text(), UTF_8);
    } else if (letter.attachments().isEmpty()) {
      setContent(alternatives(letter.text(), html));
    } else {
      MimeBodyPart body = new MimeBodyPart();
      body.setContent(alternatives(letter.text(), html));
      MimeMultipart all = new MimeMultipart("mixed", body);
      for (Letter.Attachment attachment : letter.attachments()) {
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(
            new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.type())));
        file.setFileName(attachment.name());
        file.setDisposition(Part.ATTACHMENT);
        all.addBodyPart(file);
      }
      setContent(all);
    }
  }

  private static MimeMultipart alternatives(String text, @Nullable String html)
      throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    MimeMultipart all = new MimeMultipart("alternative", plain);
    if (html != null) {
      MimeBodyPart shown = new MimeBodyPart();
      shown.setText(html, UTF_8, "html");
      all.addBodyPart(shown);
    }
    return all;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    super.writeTo(out, ignored);
    beforeTheEnd.run();
    wholeOut = true;
  }

  /** Whether every byte of it was written once: then it may have been accepted. */
  boolean isWholeOut() {
    return wholeOut;
  }
}
