package org.practicewatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.casework.Organisation;
import org.practicewatch.post.AllowedDomains;

/**
 * When jobs run and who is told: what changes no finding. Each file may be missing; then nothing is
 * scheduled, letters are files, and nobody is told.
 *
 * @param authority whose nights these are; empty where its file cannot be read
 */
public record RunningSettings(
    String authority,
    Optional<ScheduleSettings> schedule,
    Optional<PostSettings> post,
    Optional<OperatorSettings> operator,
    Optional<WeeklySettings> weekly) {

  static final String SCHEDULE = "schedule.yml";
  static final String POST = "post.yml";
  static final String OPERATOR = "operator.yml";
  static final String WEEKLY = "weekly.yml";

  /** Files that change no finding, so that a night is not judged anew when they are edited. */
  static final Set<String> FILES = Set.of(SCHEDULE, POST, OPERATOR, WEEKLY);

  private static final int LAST_PORT = 65_535;

  /**
   * Reads the files and adds their mistakes; what is mistaken is empty.
   *
   * @param codes ids of the standards and checks; empty where they are not known
   */
  static RunningSettings read(
      Path jobs,
      YamlFiles files,
      Optional<Organisation> organisation,
      Set<String> codes,
      List<SettingsMistake> mistakes) {
    Check check = new Check(mistakes);
    RunningSettings read =
        new RunningSettings(
            organisation.map(one -> one.authority().name()).orElse(""),
            find(jobs.resolve(SCHEDULE), files, ScheduleSettings.class),
            find(jobs.resolve(POST), files, PostSettings.class),
            find(jobs.resolve(OPERATOR), files, OperatorSettings.class),
            find(jobs.resolve(WEEKLY), files, WeeklySettings.class));
    read.schedule().ifPresent(check::schedule);
    read.post().ifPresent(check::post);
    boolean postMissing = !Files.exists(jobs.resolve(POST));
    read.operator().ifPresent(one -> check.operator(one, read.post(), postMissing));
    WeeklyCheck ofWeekly = new WeeklyCheck(mistakes);
    read.weekly().ifPresent(one -> ofWeekly.weekly(one, codes, postMissing));
    ofWeekly.recipients(organisation, read.weekly(), read.post());
    return read;
  }

  private static <T> Optional<T> find(Path file, YamlFiles files, Class<T> type) {
    return Files.exists(file) ? files.read(file, type) : Optional.empty();
  }

  private static final class Check {

    private final List<SettingsMistake> mistakes;

    Check(List<SettingsMistake> mistakes) {
      this.mistakes = mistakes;
    }

    void schedule(ScheduleSettings schedule) {
      try {
        schedule.zone();
      } catch (DateTimeException unknown) {
        mistake(
            SCHEDULE,
            "time zone",
            "'"
                + schedule.timeZone()
                + "' is no time zone. Write a region and a city, such as Europe/London.");
      }
      if (schedule.jobs().isEmpty()) {
        mistake(SCHEDULE, "jobs", "there is no job. Give one, such as '- job: nightly'.");
      }
      Set<String> named = new HashSet<>();
      for (ScheduleSettings.Scheduled one : schedule.jobs()) {
        if (!ScheduleSettings.KNOWN.contains(one.job())) {
          mistake(
              SCHEDULE,
              "jobs",
              "'"
                  + one.job()
                  + "' is no job that can be scheduled."
                  + PlainWords.knownWords(one.job(), ScheduleSettings.KNOWN));
        } else if (!named.add(one.job())) {
          mistake(
              SCHEDULE,
              "jobs",
              "'" + one.job() + "' stands here twice. Give all its times in one entry.");
        }
        scheduled(one, "jobs > '" + one.job() + "' > ");
      }
    }

    private void scheduled(ScheduleSettings.Scheduled one, String at) {
      if (one.at().isEmpty()) {
        mistake(SCHEDULE, at + "at", "there is no time. Give one, such as 06:00.");
      }
      for (String time : one.at()) {
        if (!ScheduleSettings.isTime(time)) {
          mistake(
              SCHEDULE,
              at + "at",
              "'" + time + "' is no time of the day. Write it as 06:00 or 18:30.");
        }
      }
      Set<String> days = days();
      for (String day : one.days()) {
        if (!days.contains(day)) {
          mistake(
              SCHEDULE,
              at + "days",
              "'" + day + "' is no day of the week." + PlainWords.knownWords(day, days));
        }
      }
      if (one.lateAfterMinutes() < 1) {
        mistake(SCHEDULE, at + "late after minutes", "should be 1 or more.");
      }
      if (one.caughtUpWithinHours() < 0) {
        mistake(SCHEDULE, at + "caught up within hours", "should be 0 (never) or more.");
      }
      if (one.triedAgainAfterMinutes().stream().anyMatch(pause -> pause < 1)) {
        mistake(SCHEDULE, at + "tried again after minutes", "each should be 1 or more.");
      }
    }

    private static Set<String> days() {
      Set<String> days = new TreeSet<>();
      for (DayOfWeek day : DayOfWeek.values()) {
        days.add(day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT));
      }
      return days;
    }

    void post(PostSettings post) {
      if (!AllowedDomains.isAddress(post.sender())) {
        mistake(POST, "sender", notAnAddress(post.sender()));
      }
      for (String domain : post.allowedDomains()) {
        if (!AllowedDomains.isAddress("someone@" + domain)) {
          mistake(
              POST,
              "allowed domains",
              "'" + domain + "' is no domain. Write what stands after the @: fernshire.gov.uk.");
        }
      }
      if (post.server() != null) {
        if (post.server().host().isBlank()) {
          mistake(POST, "mail server > host", "this should be the name of the mail server.");
        }
        if (post.server().port() < 1 || post.server().port() > LAST_PORT) {
          mistake(
              POST,
              "mail server > port",
              "should be a number from 1 to "
                  + LAST_PORT
                  + ": usually 587 for starttls, 465 for smtps.");
        }
      }
    }

    void operator(OperatorSettings operator, Optional<PostSettings> post, boolean postMissing) {
      if (!operator.recipients().isEmpty() && postMissing) {
        mistake(
            OPERATOR,
            "recipients",
            "letters need jobs/post.yml, which says who sends them. Add it, or write 'recipients:"
                + " []'.");
      }
      for (String recipient : operator.recipients()) {
        if (!AllowedDomains.isAddress(recipient)) {
          mistake(OPERATOR, "recipients", notAnAddress(recipient));
        } else if (post.isPresent() && !post.get().allowed().allow(recipient)) {
          mistake(OPERATOR, "recipients", notAllowed(recipient));
        }
      }
    }

    private void mistake(String file, String where, String problem) {
      mistakes.add(new SettingsMistake("jobs/" + file, where, problem));
    }
  }

  static String notAnAddress(String text) {
    return "'" + text + "' is no e-mail address. Write it as name@fernshire.gov.uk, alone.";
  }

  static String notAllowed(String address) {
    return "the domain of '"
        + address
        + "' is not among 'allowed domains' in jobs/post.yml. Add it there, or correct the address.";
  }

  /** The mistakes of these files alone, with what could be read of them. */
  static RunningSettings alone(Path jobs) {
    List<SettingsMistake> mistakes = new ArrayList<>();
    YamlFiles files = new YamlFiles(jobs, mistakes);
    Optional<Organisation> organisation =
        files.read(jobs.resolve("organisation/teams.yml"), Organisation.class);
    RunningSettings read = read(jobs, files, organisation, Set.of(), mistakes);
    return new RunningSettings(
        read.authority(),
        inOrder(SCHEDULE, read.schedule(), mistakes),
        inOrder(POST, read.post(), mistakes),
        inOrder(OPERATOR, read.operator(), mistakes),
        inOrder(WEEKLY, read.weekly(), mistakes));
  }

  private static <T> Optional<T> inOrder(
      String file, Optional<T> read, List<SettingsMistake> mistakes) {
    return read.filter(
        one -> mistakes.stream().noneMatch(mistake -> mistake.file().equals("jobs/" + file)));
  }
}
