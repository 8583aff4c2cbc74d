package org.practicewatch.post.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.fixtures.MailServers;
import org.practicewatch.fixtures.MailServers.Door;
import org.practicewatch.post.AllowedDomains;
import org.practicewatch.post.Delivery;
import org.practicewatch.post.Letter;
import org.practicewatch.post.MailServer;
import org.practicewatch.post.MailServer.Security;
import org.practicewatch.post.Post;

/** What becomes of a letter that is handed to a mail server, for real. */
class SmtpPostTest {

  private static final AllowedDomains FERNSHIRE = new AllowedDomains(Set.of("fernshire.example"));
  private static final String TO = "operator@fernshire.example";
  private static final Letter LETTER =
      new Letter(
          "practicewatch.0001@fernshire.example",
          "practicewatch@fernshire.example",
          TO,
          "Fernshire, Müller & Söhne: £5",
          "Grüße für £5\n.\nA line with a dot alone stands before this one.",
          Instant.parse("2026-11-22T06:00:00Z"));
  private static final String STARTTLS = "220 go on\r\n";

  private static GreenMail plain;
  private static GreenMail smtps;

  @BeforeAll
  static void start() {
    plain = MailServers.start("smtp");
    smtps = MailServers.start("smtps");
    for (GreenMail server : new GreenMail[] {plain, smtps}) {
      server.setUser(TO, "practicewatch", "right");
    }
  }

  @AfterAll
  static void stop() {
    plain.stop();
    smtps.stop();
  }

  @AfterEach
  void empty() throws Exception {
    plain.purgeEmailFromAllMailboxes();
    smtps.purgeEmailFromAllMailboxes();
  }

  private static Post post(int port, Security security, String user, String password) {
    return new SmtpPost(new MailServer("localhost", port, security), FERNSHIRE, user, password);
  }

  private static Door door(boolean encrypted, Map<String, String> answers) throws IOException {
    return new Door(plain.getSmtp().getPort(), encrypted, answers);
  }

  private static void arrived(GreenMail server) throws MessagingException, IOException {
    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getMessageID()).isEqualTo("<practicewatch.0001@fernshire.example>");
    assertThat(message.getFrom()).extracting(Object::toString).containsExactly(LETTER.from());
    assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
    assertThat(message.getSubject()).isEqualTo(LETTER.subject());
    assertThat(message.getContent().toString()).isEqualToNormalizingNewlines(LETTER.text());
    assertThat(message.getSentDate()).isEqualTo(Date.from(LETTER.written()));
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  // --- It arrives -------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"'', ''", "practicewatch, right"})
  void over_smtps_it_arrives_letter_by_letter(String user, String password) throws Exception {
    Post post = post(smtps.getSmtps().getPort(), Security.SMTPS, user, password);
    assertThat(post.send(LETTER)).isEqualTo(new Delivery.Sent());
    arrived(smtps);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "practicewatch, right"})
  void over_starttls_it_arrives_and_nothing_but_the_greeting_is_in_clear(
      String user, String password) throws Exception {
    try (Door door = door(false, Map.of("STARTTLS", STARTTLS))) {
      Post post = post(door.port(), Security.STARTTLS, user, password);
      assertThat(post.send(LETTER)).isEqualTo(new Delivery.Sent());
      assertThat(door.heardInClear()).containsExactly("EHLO practicewatch", "STARTTLS");
    }
    arrived(plain);
  }

  /** Many servers hang up at once when they have taken a letter. */
  @ParameterizedTest
  @EnumSource(Security.class)
  void a_letter_that_was_taken_is_sent_however_the_goodbye_goes(Security security)
      throws Exception {
    Map<String, String> rude =
        Map.of("STARTTLS", STARTTLS, ".", "250 taken\r\n" + Door.CUT, "QUIT", Door.CUT);
    try (Door door = door(security == Security.SMTPS, rude)) {
      assertThat(post(door.port(), security, "", "").send(LETTER)).isEqualTo(new Delivery.Sent());
    }
  }

  // --- It does not ------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(Security.class)
  void a_wrong_password_is_told_and_the_letter_may_leave_later(Security security) throws Exception {
    try (Door door = door(security == Security.SMTPS, Map.of("STARTTLS", STARTTLS))) {
      assertThat(post(door.port(), security, "practicewatch", "wrong").send(LETTER))
          .isEqualTo(
              new Delivery.Delayed(
                  "the mail server did not accept user and password (PRACTICEWATCH_MAIL_USER,"
                      + " PRACTICEWATCH_MAIL_PASSWORD)"));
      assertThat(String.join("\n", door.heardInClear())).doesNotContain("AUTH");
    }
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Security.class)
  void a_server_that_is_not_there(Security security) throws IOException {
    int nobody;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      nobody = taken.getLocalPort();
    }
    assertThat(post(nobody, security, "practicewatch", "right").send(LETTER))
        .isEqualTo(new Delivery.Delayed("the mail server cannot be reached"));
  }

  @Test
  void a_server_whose_name_nobody_knows() {
    Post post =
        new SmtpPost(
            new MailServer("mail.fernshire.invalid", 587, Security.STARTTLS), FERNSHIRE, "", "");
    assertThat(post.send(LETTER))
        .isEqualTo(new Delivery.Delayed("the mail server cannot be reached"));
  }

  @Test
  void a_server_without_starttls_hears_nothing_but_the_greeting() throws Exception {
    try (Door door = door(false, Map.of())) {
      assertThat(post(door.port(), Security.STARTTLS, "practicewatch", "right").send(LETTER))
          .isEqualTo(
              new Delivery.Delayed(
                  "the mail server offers no STARTTLS, and nothing is sent in clear"));
      assertThat(door.heardInClear())
          .allMatch(line -> line.equals("EHLO practicewatch") || line.equals("QUIT"));
    }
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_offers_starttls_and_refuses_it_hears_no_more() throws Exception {
    try (Door door = door(false, Map.of("STARTTLS", "454 not now\r\n" + Door.CUT))) {
      assertThat(post(door.port(), Security.STARTTLS, "practicewatch", "right").send(LETTER))
          .isInstanceOf(Delivery.Delayed.class);
      assertThat(String.join("\n", door.heardInClear())).doesNotContain("AUTH", "MAIL", TO);
    }
  }

  @Test
  void a_server_that_does_not_encrypt_at_the_port_of_smtps() {
    Post post = post(plain.getSmtp().getPort(), Security.SMTPS, "practicewatch", "right");
    assertThat(post.send(LETTER)).isEqualTo(NOT_ENCRYPTED);
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  private static final Delivery NOT_ENCRYPTED =
      new Delivery.Delayed(
          "no encrypted connection to the mail server came about: look at 'security', 'port' and"
              + " the server's certificate");

  /** The certificate is trusted, but is that of {@code localhost}. */
  @ParameterizedTest
  @EnumSource(Security.class)
  void a_server_that_has_the_certificate_of_another_gets_nothing(Security security)
      throws Exception {
    try (Door door = door(security == Security.SMTPS, Map.of("STARTTLS", STARTTLS))) {
      MailServer another =
          new MailServer(
              InetAddress.getByName("localhost").getHostAddress(), door.port(), security);
      Post post = new SmtpPost(another, FERNSHIRE, "practicewatch", "right");
      assertThat(post.send(LETTER)).isEqualTo(NOT_ENCRYPTED);
    }
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // what the server answers to which word, and what is made of it; its words may name somebody
    "RCPT, 550 no such user operator@fernshire.example, Refused, the mail server refuses the recipient (550)",
    "RCPT, 450 try later, Delayed, the mail server does not take the recipient now (450)",
    "MAIL, 553 who are you, Delayed, the mail server refuses the sender (553)",
    "MAIL, 451 try later, Delayed, the mail server does not take the sender now (451)",
    "MAIL, 530 log on first, Delayed, the mail server refuses the sender (530)",
    "DATA, 554 no, Refused, the mail server refuses the letter (554)",
    "'.', 552 too large, Refused, the mail server refuses the letter (552)",
    "'.', 452 no room, Delayed, the mail server does not take the letter now (452)",
    "MAIL, cut, Delayed, the mail server cannot be reached",
    "DATA, cut, Delayed, the mail server cannot be reached",
    "'.', cut, Uncertain, the mail server was lost when the whole letter was out; it may have been accepted",
  })
  void what_the_server_says_is_told_by_its_number(
      String word, String answer, String kind, String why) throws Exception {
    String says = answer.equals(Door.CUT) ? answer : answer + "\r\n";
    try (Door door = door(true, Map.of(word, says))) {
      Delivery delivery = post(door.port(), Security.SMTPS, "", "").send(LETTER);
      Delivery expected =
          switch (kind) {
            case "Refused" -> new Delivery.Refused(why);
            case "Delayed" -> new Delivery.Delayed(why);
            default -> new Delivery.Uncertain(why);
          };
      assertThat(delivery).isEqualTo(expected);
    }
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "someone@elsewhere.example",
        "someone@mail.fernshire.example",
        "someone@fernshire.example.elsewhere.example",
        "someone@notfernshire.example",
        "someone@elsewhere.example@fernshire.example",
        "someone@fernshire.example, someone@elsewhere.example",
        "fernshire.example",
      })
  void an_address_outside_the_allowed_domains_is_refused_before_anything_is_said(String to)
      throws Exception {
    try (Door door = door(false, Map.of("STARTTLS", STARTTLS))) {
      Letter letter = new Letter(LETTER.messageId(), LETTER.from(), to, "s", "t", LETTER.written());
      assertThat(post(door.port(), Security.STARTTLS, "", "").send(letter))
          .isEqualTo(
              new Delivery.Refused("the domain of its address is not among 'allowed domains'"));
      assertThat(door.heardInClear()).isEmpty();
    }
  }

  @Test
  void the_domain_counts_in_capitals_too() throws Exception {
    Letter shouted =
        new Letter(
            LETTER.messageId(),
            LETTER.from(),
            "operator@FERNSHIRE.example",
            "s",
            "t",
            LETTER.written());
    assertThat(post(smtps.getSmtps().getPort(), Security.SMTPS, "", "").send(shouted))
        .isEqualTo(new Delivery.Sent());
  }
}
