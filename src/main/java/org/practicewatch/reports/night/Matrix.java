package org.practicewatch.reports.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.reports.section.Chunks;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** Services and their teams down, some standards across. */
public record Matrix(List<String> headings, List<Row> rows) {

  /** As many standards as fit side by side on a page. */
  static final int STANDARDS_ACROSS = 5;

  /** A service, or a team beneath it. */
  public record Row(String name, boolean service, List<Cell> cells) {}

  /** One standard for one place: share in timescale now, and what is open. */
  public record Cell(Share now, String open, Tone tone) {}

  /** As many as it takes to show all the standards. */
  public static List<Matrix> of(
      NightInReports night, Map<String, List<String>> services, List<StandardNote> standards) {
    List<Place> places = new ArrayList<>();
    services.forEach(
        (service, teams) -> {
          places.add(Place.service(night, service, teams));
          teams.forEach(team -> places.add(Place.team(night, team)));
        });
    return Chunks.even(standards, STANDARDS_ACROSS).stream()
        .map(
            chunk ->
                new Matrix(
                    chunk.stream().map(StandardNote::title).toList(),
                    places.stream().map(place -> row(place, chunk)).toList()))
        .toList();
  }

  private static Row row(Place place, List<StandardNote> standards) {
    return new Row(
        place.name(),
        place.level() == Level.SERVICE,
        standards.stream().map(standard -> cell(place, standard)).toList());
  }

  private static Cell cell(Place place, StandardNote standard) {
    int overdue = place.total(standard, OpenCounts::overdue);
    int cannotTell = place.total(standard, OpenCounts::cannotTell);
    return new Cell(
        place.share(place.now(standard)),
        Stream.of(counted(overdue, "overdue"), counted(cannotTell, "cannot tell"))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("\n")),
        overdue == 0 ? Tone.PLAIN : Tone.POOR);
  }

  private static String counted(int number, String what) {
    return number == 0 ? "" : Words.count(number) + " " + what;
  }
}
