package org.practicewatch.reports.night;

import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Targets;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/**
 * One standard, across the authority or a service.
 *
 * @param title its title
 * @param standing how firm its basis is
 * @param now children in timescale now
 * @param target what is aimed for
 * @param met whether that is met
 * @param metTone the same as a colour
 * @param overdue how many are overdue
 * @param overdueTone poor where any are
 * @param dueSoon how many are due soon
 * @param cannotTell how many the record does not allow to be judged
 * @param done done in timescale in the year to date
 * @param sinceNight how now differs from the night before
 * @param sinceMonth how now differs from a month ago
 */
public record StandardLine(
    String title,
    String standing,
    Share now,
    String target,
    String met,
    Tone metTone,
    String overdue,
    Tone overdueTone,
    String dueSoon,
    String cannotTell,
    Share done,
    Change sinceNight,
    Change sinceMonth) {

  static StandardLine withoutSource(StandardNote standard) {
    Change none = new Change(Words.NOTHING, "", Tone.PLAIN);
    return new StandardLine(
        standard.title(),
        standard.standing().words(),
        Share.WITHOUT_SOURCE,
        Targets.words(standard.target()),
        "",
        Tone.PLAIN,
        Words.NOTHING,
        Tone.PLAIN,
        Words.NOTHING,
        Words.NOTHING,
        Share.NOTHING,
        none,
        none);
  }
}
