package org.practicewatch.reports.practiceweek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.CaseFile.Bar;
import org.practicewatch.practiceweek.CaseFile.Lane;
import org.practicewatch.practiceweek.CaseFile.Mark;
import org.practicewatch.practiceweek.CaseFile.Owed;
import org.practicewatch.practiceweek.CaseFile.Sort;
import org.practicewatch.standards.Timeliness;

/** Invented cases, from one with nothing in it to one with far too much. */
public final class CasesToAudit {

  private static final LocalDate FROM = LocalDate.of(2024, 7, 1);
  private static final LocalDate TO = LocalDate.of(2025, 6, 30);

  private CasesToAudit() {}

  /** As printed for a made-up council. */
  public static CaseReport printed(CaseFile file) {
    return CaseReport.of(
        file, "Fernshire County Council (fictional)", true, "Practice Week July 2025");
  }

  /** One placement, two workers, a visit missed. */
  public static CaseFile ordinary() {
    List<Mark> visits = marks("Looked-after visit", Sort.DONE, day(7, 12), 42, 8);
    visits.add(new Mark(day(6, 13).plusYears(1), Sort.NOT_DONE, "Looked-after visit"));
    return new CaseFile(
        "A-07",
        "FS104477",
        "Children looked after",
        List.of(
            "Aged 9, looked after since 3 Mar 2016, full care order (C1)",
            "Team: Children in Care East. Worker: W0213, since 17 Feb 2025",
            "Placed with an approved foster carer in the authority's area (U6)"),
        FROM,
        TO,
        List.of(
            lane("Placement", new Bar(LocalDate.of(2022, 9, 5), null, "U6 foster carer")),
            lane(
                "Worker",
                new Bar(LocalDate.of(2023, 2, 1), LocalDate.of(2025, 2, 14), "W0167"),
                new Bar(LocalDate.of(2025, 2, 17), null, "W0213")),
            lane("Legal status", new Bar(LocalDate.of(2016, 11, 2), null, "C1 full care order")),
            lane(
                "Plan",
                new Bar(LocalDate.of(2024, 1, 15), LocalDate.of(2025, 1, 20), "Long-term foster"),
                new Bar(LocalDate.of(2025, 1, 20), null, "Long-term foster, matched")),
            new Lane("Visits", List.of(), visits),
            new Lane(
                "Reviews",
                List.of(),
                List.of(
                    new Mark(LocalDate.of(2024, 8, 14), Sort.DONE, "Looked-after review"),
                    new Mark(LocalDate.of(2025, 1, 29), Sort.DONE, "Looked-after review"),
                    new Mark(LocalDate.of(2024, 10, 2), Sort.DONE, "PEP review"),
                    new Mark(LocalDate.of(2025, 2, 11), Sort.DONE, "PEP review"))),
            new Lane(
                "Health",
                List.of(),
                List.of(
                    new Mark(LocalDate.of(2024, 11, 6), Sort.DONE, "Health assessment"),
                    new Mark(LocalDate.of(2025, 4, 30), Sort.NOT_DONE, "Dental check"))),
            lane("Missing")),
        List.of(
            owed("Looked-after visit", day(7, 12), day(7, 12), Timeliness.IN_TIMESCALE, null),
            owed("Looked-after visit", day(8, 23), day(8, 23), Timeliness.IN_TIMESCALE, null),
            owed("Looked-after visit", day(10, 4), day(10, 9), Timeliness.LATE, 5),
            owed("Looked-after visit", day(11, 15), day(11, 15), Timeliness.IN_TIMESCALE, null),
            owed("Looked-after review", day(8, 16), day(8, 14), Timeliness.IN_TIMESCALE, null),
            owed(
                "Looked-after review",
                day(2, 14).plusYears(1),
                day(1, 29).plusYears(1),
                Timeliness.IN_TIMESCALE,
                null),
            owed("Looked-after review", day(7, 29).plusYears(1), null, Timeliness.DUE_SOON, null),
            owed("Looked-after visit", day(6, 13).plusYears(1), null, Timeliness.OVERDUE, 17),
            owed("Dental check", day(4, 30).plusYears(1), null, Timeliness.MISSED, null),
            owed(
                "Personal education plan reviewed each term",
                null,
                null,
                Timeliness.CANNOT_TELL,
                null),
            owed("Health assessment", day(11, 20), day(11, 6), Timeliness.IN_TIMESCALE, null)),
        List.of(
            "Looked-after visit overdue by 17 days, due 13 Jun 2025",
            "Dental check: none recorded in the last 12 months",
            "Ethnicity is not recorded"));
  }

  /** Weekly visits, six placements, five workers with long names, many episodes of missing. */
  public static CaseFile busy(int owed, int gaps) {
    List<Mark> visits = marks("Looked-after visit", Sort.DONE, day(7, 3), 7, 52);
    visits.set(9, new Mark(visits.get(9).on(), Sort.NOT_DONE, "Looked-after visit"));
    visits.set(10, new Mark(visits.get(10).on(), Sort.NOT_DONE, "Looked-after visit"));
    visits.add(new Mark(day(9, 8), Sort.DONE, "Looked-after visit"));
    visits.addAll(marks("Supervised contact", Sort.DONE, day(7, 5), 3, 90));
    visits.add(
        new Mark(day(12, 3), Sort.NOT_DONE, "Return home interview offered within 72 hours"));
    List<Bar> missing = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      LocalDate from = day(8, 2).plusDays(31L * i + 11L * (i % 3));
      missing.add(new Bar(from, from.plusDays(i % 4), "missing"));
    }
    List<Owed> all = new ArrayList<>();
    Timeliness[] states = {
      Timeliness.IN_TIMESCALE,
      Timeliness.LATE,
      Timeliness.MISSED,
      Timeliness.OVERDUE,
      Timeliness.DUE_SOON,
      Timeliness.CANNOT_TELL
    };
    for (int i = 0; i < owed; i++) {
      Timeliness state = states[i % 7 % states.length];
      all.add(
          owed(
              i % 5 == 0
                  ? "Strategy discussion to initial child protection conference, number " + i
                  : "Looked-after visit " + i,
              day(7, 1).plusDays(5L * i % 360),
              state == Timeliness.LATE || state == Timeliness.IN_TIMESCALE
                  ? day(7, 3).plusDays(5L * i % 360)
                  : null,
              state,
              state == Timeliness.LATE || state == Timeliness.OVERDUE ? 1 + i % 40 : null));
    }
    List<String> open = new ArrayList<>();
    for (int i = 0; i < gaps; i++) {
      open.add(
          "Gap "
              + i
              + ": looked-after visit overdue by 17 days, due 13 Jun 2025"
              + (i % 3 == 0
                  ? ", not accepted, told to the service manager on 27 Jun 2025, open for four weeks and answered by nobody so far"
                  : ""));
    }
    return new CaseFile(
        "C-12",
        "FS900001",
        "Children with three or more placements, or missing from care",
        List.of(
            "Aged 15, looked after since 9 Jan 2023, interim care order (C2)",
            "Disability: autism or Asperger syndrome. Child protection plan until 2 Oct 2024, category of neglect, and again from 11 Mar 2025, category of emotional abuse"),
        FROM,
        TO,
        List.of(
            lane(
                "Placement",
                new Bar(LocalDate.of(2024, 2, 5), day(8, 20), "U6 foster carer, in-house"),
                new Bar(day(8, 20), day(8, 27), "Emergency bed"),
                new Bar(day(8, 27), day(10, 30), "K2 children's home, Northern Ridge Care"),
                new Bar(day(10, 30), day(11, 2), "Emergency bed in a residential unit"),
                new Bar(day(11, 2), LocalDate.of(2025, 3, 1), "K2 children's home, out of area"),
                new Bar(
                    LocalDate.of(2025, 3, 1),
                    null,
                    "H5 semi-independent living accommodation, unregistered")),
            lane(
                "Worker",
                new Bar(
                    LocalDate.of(2023, 2, 1),
                    day(8, 9),
                    "Konstantina Papadopoulou-Featherstonehaugh"),
                new Bar(day(8, 12), day(10, 10), "Oluwaseun Adebayo-Williams (agency)"),
                new Bar(day(10, 14), day(12, 20), "Marie-Thérèse van den Broeck"),
                new Bar(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 1, 20), "Duty"),
                new Bar(LocalDate.of(2025, 1, 20), null, "Bartholomew Cholmondeley-Warner")),
            lane(
                "Legal status",
                new Bar(LocalDate.of(2023, 1, 9), day(9, 30), "V2 accommodated under section 20"),
                new Bar(day(9, 30), null, "C2 interim care order")),
            lane(
                "Plan",
                new Bar(LocalDate.of(2023, 5, 9), day(10, 2), "Child protection: neglect"),
                new Bar(LocalDate.of(2024, 1, 9), null, "Care plan"),
                new Bar(LocalDate.of(2025, 3, 11), null, "Child protection: emotional abuse")),
            new Lane("Visits", List.of(), visits),
            new Lane(
                "Reviews",
                List.of(),
                List.of(
                    new Mark(day(8, 14), Sort.NOT_DONE, "Looked-after review"),
                    new Mark(day(8, 16), Sort.DONE, "Looked-after review"),
                    new Mark(day(8, 16), Sort.DONE, "Looked-after review"),
                    new Mark(LocalDate.of(2025, 6, 30), Sort.DONE, "Looked-after review"),
                    new Mark(LocalDate.of(2024, 7, 1), Sort.NOT_DONE, "Conference"),
                    new Mark(LocalDate.of(2025, 3, 11), Sort.DONE, "Conference"))),
            new Lane(
                "Health",
                List.of(),
                List.of(new Mark(LocalDate.of(2025, 4, 30), Sort.NOT_DONE, "Health assessment"))),
            new Lane("Missing", missing, List.of())),
        all,
        open);
  }

  /** A child of whom nothing is recorded. */
  public static CaseFile empty() {
    return new CaseFile(
        "B-01",
        "FS200002",
        "Children in need",
        List.of("Aged 4, child in need since 27 Jun 2025"),
        FROM,
        TO,
        List.of(lane("Worker"), lane("Plan"), lane("Visits"), lane("Reviews")),
        List.of(),
        List.of());
  }

  /** A record that is wrong from beginning to end, looked back on for a day. */
  public static CaseFile senseless() {
    String endless = "WWWWWWWW ".repeat(40);
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      List<Bar> bars = new ArrayList<>();
      List<Mark> marks = new ArrayList<>();
      for (int j = 0; j < 40; j++) {
        bars.add(
            new Bar(FROM.plusDays(i * j % 300), j % 3 == 0 ? null : FROM.plusDays(j), endless));
        marks.add(new Mark(FROM.plusDays(j % 4), Sort.NOT_DONE, endless + j % 9));
      }
      lanes.add(new Lane(endless + i, bars, marks));
    }
    List<Owed> owed = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    List<String> about = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      owed.add(new Owed("x", endless, null, null, Timeliness.CANNOT_TELL, 3));
      gaps.add(endless);
      about.add(endless);
    }
    return new CaseFile("A-1", endless, endless, about, FROM, FROM, lanes, owed, gaps);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  private static Lane lane(String name, Bar... bars) {
    return new Lane(name, List.of(bars), List.of());
  }

  private static Owed owed(
      String title,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness state,
      @Nullable Integer daysOver) {
    return new Owed(title, title, due, done, state, daysOver);
  }

  private static List<Mark> marks(String label, Sort sort, LocalDate first, int every, int many) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      marks.add(new Mark(first.plusDays((long) every * i), sort, label));
    }
    return marks;
  }
}
