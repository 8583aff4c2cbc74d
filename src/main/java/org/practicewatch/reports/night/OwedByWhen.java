package org.practicewatch.reports.night;

/**
 * A standard in words, under the figures that it explains.
 *
 * @param title its title, or what it is called in the report
 * @param rule what is owed by when
 * @param basis what it rests on
 * @param standing how firm that is
 */
public record OwedByWhen(String title, String rule, String basis, String standing) {

  public static OwedByWhen of(StandardNote note) {
    return of(note.title(), note);
  }

  public static OwedByWhen of(String title, StandardNote note) {
    return new OwedByWhen(title, note.rule(), note.basis(), note.standing().words());
  }
}
