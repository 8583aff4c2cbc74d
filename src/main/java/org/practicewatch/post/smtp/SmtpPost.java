package org.practicewatch.post.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.practicewatch.post.AllowedDomains;
import org.practicewatch.post.Delivery;
import org.practicewatch.post.Letter;
import org.practicewatch.post.MailServer;
import org.practicewatch.post.Post;

/** Letters over SMTP, encrypted: a server that does not offer it gets nothing. */
public final class SmtpPost implements Post {

  private static final Duration CONNECTING = Duration.ofSeconds(15);

  /** A server may weigh a letter for some time before it takes it. */
  private static final Duration ANSWERING = Duration.ofSeconds(60);

  private final MailServer server;
  private final AllowedDomains allowed;
  private final String user;
  private final String password;
  private final Duration answering;

  /**
   * A server.
   *
   * @param user empty where the server asks for none
   */
  public SmtpPost(MailServer server, AllowedDomains allowed, String user, String password) {
    this(server, allowed, user, password, ANSWERING);
  }

  /** The same with another patience for an answer. */
  SmtpPost(
      MailServer server, AllowedDomains allowed, String user, String password, Duration answering) {
    this.answering = answering;
    this.server = server;
    this.allowed = allowed;
    this.user = user;
    this.password = password;
  }

  @Override
  public Delivery send(Letter letter, String recipient, Runnable beforeTheEnd) {
    if (!allowed.allow(recipient)) {
      return new Delivery.Refused("the domain of its address is not among 'allowed domains'");
    }
    MailMessage message;
    Session session = session();
    try {
      message = new MailMessage(session, letter, beforeTheEnd);
    } catch (MessagingException notAnAddress) {
      return new Delivery.Refused("an address of it is none");
    }
    boolean taken = false;
    try (Transport transport = session.getTransport()) {
      if (user.isEmpty()) {
        transport.connect();
      } else {
        transport.connect(server.host(), server.port(), user, password);
      }
      // Each recipient alone, so that one who is refused keeps the letter from nobody else.
      transport.sendMessage(message, new Address[] {new InternetAddress(recipient, true)});
      taken = true;
    } catch (MessagingException failure) {
      // A goodbye that fails changes nothing for a letter that was taken.
      if (!taken) {
        return outcome(failure, message.isWholeOut());
      }
    }
    return new Delivery.Sent();
  }

  private Session session() {
    boolean smtps = server.security() == MailServer.Security.SMTPS;
    String protocol = smtps ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "host", server.host());
    properties.setProperty(prefix + "port", String.valueOf(server.port()));
    properties.setProperty(prefix + "auth", String.valueOf(!user.isEmpty()));
    properties.setProperty(prefix + "starttls.enable", String.valueOf(!smtps));
    properties.setProperty(prefix + "starttls.required", String.valueOf(!smtps));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "connectiontimeout", String.valueOf(CONNECTING.toMillis()));
    properties.setProperty(prefix + "timeout", String.valueOf(answering.toMillis()));
    properties.setProperty(prefix + "writetimeout", String.valueOf(answering.toMillis()));
    // Said in the greeting; the machine's own name is nobody's business.
    properties.setProperty(prefix + "localhost", "practicewatch");
    // Waiting for a goodbye could turn a letter that was accepted into one that failed.
    properties.setProperty(prefix + "quitwait", "false");
    return Session.getInstance(properties);
  }

  /**
   * What the failure means for the letter. The server's own words may name somebody: only its code
   * is told.
   */
  private static Delivery outcome(MessagingException failure, boolean wholeOut) {
    int code = 0;
    String what = "";
    boolean oursToMend = false;
    for (Exception one = failure; one != null; one = next(one)) {
      if (one instanceof SMTPAddressFailedException address) {
        code = address.getReturnCode();
        what = "the recipient";
      } else if (one instanceof SMTPSendFailedException sending && what.isEmpty()) {
        code = sending.getReturnCode();
        // The sender is in our settings: once they are put right, the letter can leave.
        oursToMend = sending.getCommand().startsWith("MAIL");
        what = oursToMend ? "the sender" : "the letter";
      } else if (one instanceof AuthenticationFailedException) {
        return new Delivery.Delayed(
            "the mail server did not accept user and password (PRACTICEWATCH_MAIL_USER,"
                + " PRACTICEWATCH_MAIL_PASSWORD)");
      } else if (one instanceof AddressException) {
        return new Delivery.Refused("an address of it is none");
      } else if (one instanceof SSLException && !wholeOut) {
        return new Delivery.Delayed(
            "no encrypted connection to the mail server came about: look at 'security', 'port' and"
                + " the server's certificate");
      }
    }
    if (code >= 500) {
      String why = "the mail server refuses " + what + " (" + code + ")";
      return oursToMend ? new Delivery.Delayed(why) : new Delivery.Refused(why);
    }
    if (code >= 400) {
      return new Delivery.Delayed("the mail server does not take " + what + " now (" + code + ")");
    }
    if (wholeOut) {
      return new Delivery.Uncertain(
          "the mail server was lost when the whole letter was out; it may have been accepted");
    }
    return new Delivery.Delayed(
        failure.getMessage() != null && failure.getMessage().contains("STARTTLS")
            ? "the mail server offers no STARTTLS, and nothing is sent in clear"
            : "the mail server cannot be reached");
  }

  private static @Nullable Exception next(Exception one) {
    if (one instanceof MessagingException chained && chained.getNextException() != null) {
      return chained.getNextException();
    }
    return one.getCause() instanceof IOException cause ? cause : null;
  }
}
