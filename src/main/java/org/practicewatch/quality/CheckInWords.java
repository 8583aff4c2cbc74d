package org.practicewatch.quality;

import java.util.Map;

/**
 * What it means that a check found something, in one sentence. An issue says it of one cell, this
 * of all of them; every name that an issue can carry must be here.
 */
public final class CheckInWords {

  /** A check that names what was looked for: "no such child protection plan". */
  private static final String NO_SUCH = "no such ";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(
              "age not in whole years",
              "Ages are not in whole years: none was used, they are worked out from the date"
                  + " of birth."),
          Map.entry(
              "another table",
              "A second table stands beneath or beside one: it was judged by its own headings."),
          Map.entry(
              "before birth",
              "Something is dated before the child was born: one of the two dates is wrong."),
          Map.entry(
              "before it began",
              "Something is dated before what it belongs to began: one of the two dates is wrong."),
          Map.entry(
              "beyond the calendar",
              "A count of working days leaves the years of the list of bank holidays: it"
                  + " cannot be judged."),
          Map.entry(
              "bytes of nought",
              "A row has bytes of nought in it, as a damaged copy has: rejected."),
          Map.entry(
              "characters lost",
              "Letters were lost when the file was saved: an id without its letters was not used."),
          Map.entry(
              "code with two meanings", "A code can mean more than one thing, so it was not used."),
          Map.entry("contradiction", "Two places of the record say different things."),
          Map.entry("copies", "The same report came more than once: one of them counts."),
          Map.entry(
              "date in the future", "A date is after the night: it was taken as not done yet."),
          Map.entry(
              "date that means none", "A date stands for no date: the cell was taken as blank."),
          Map.entry("dates with a time", "Dates carry a time of day: the day was used."),
          Map.entry("day in doubt", "A date may be one of two days: it was not used."),
          Map.entry(
              "day or month first",
              "Nobody can tell whether a date has the day or the month first: it was not used."),
          Map.entry(
              "ends before it starts",
              "Something ends before it starts: the end was not believed."),
          Map.entry("error value", "A cell holds a spreadsheet error such as #REF!."),
          Map.entry(
              "fewer cells than headings",
              "A row has fewer cells than there are headings: rejected."),
          Map.entry("footer", "Lines are about the report and not about a child: left out."),
          Map.entry(
              "formula without a result", "A formula was never calculated, so there is no value."),
          Map.entry("formulas", "Cells are formulas: the results saved with them were used."),
          Map.entry("headings again", "The headings are repeated among the rows: left out."),
          Map.entry("hidden rows", "Rows are hidden in the sheet: read as data."),
          Map.entry("hidden sheet", "A sheet is hidden: read as data."),
          Map.entry("id cut short", "An id was saved as a rounded number: digits may be lost."),
          Map.entry(
              "midnights of another clock",
              "Dates are midnights of another clock: read as the days that they were here."),
          Map.entry(
              "mixed dates",
              "Dates of one column are written in more than one way: all were read."),
          Map.entry(
              "moments of a time zone",
              "Dates are moments of a time zone: read as the days that they were here."),
          Map.entry(
              "more cells than headings",
              "A row has more cells than there are headings: rejected."),
          Map.entry(
              "newer one received",
              "A newer report of the same name came, so the older one was left out."),
          Map.entry("no child id", "A row does not say which child it is about: rejected."),
          Map.entry(
              "no date",
              "Something is said to have happened, but not when: what it might have met cannot"
                  + " be judged."),
          Map.entry(
              "no date of birth",
              "The record gives no date of birth: what depends on the age cannot be judged."),
          Map.entry("no date yet", "A date is blank: it was taken as not done yet."),
          Map.entry(
              "no heading of its own", "Values stand in a column that has no heading of its own."),
          Map.entry("no name", "A row does not say what it is: rejected."),
          Map.entry(
              "no start date",
              "A plan or period has no start: what is owed during it cannot be judged."),
          Map.entry(
              "no subject id",
              "A row does not say which home, carer or worker it is about: rejected."),
          Map.entry("no-break spaces", "Cells hold spaces of another kind: read as spaces."),
          Map.entry("not a believable date", "A date is too far away to be true: it was not used."),
          Map.entry("not a date", "A cell cannot be read as a date: it was not used."),
          Map.entry(
              "not a full postcode",
              "A postcode is not whole; nothing that is judged rests on it."),
          Map.entry("not a time", "A cell cannot be read as a time of day: it was not used."),
          Map.entry(
              "not a whole number",
              "A number is not whole, or below nought; nothing that is judged rests on it."),
          Map.entry(
              "open past 18",
              "A plan or period of care is still open after the 18th birthday: nothing is judged from then on."),
          Map.entry(
              "not seen, and blank now",
              "A visit said that the child was not seen, and says nothing now: taken as it stands."),
          Map.entry(
              "outside care",
              "A review or visit of a looked-after child is on a day in no period of care: it"
                  + " meets nothing."),
          Map.entry("parts of different dates", "Parts of one table were made on different days."),
          Map.entry("repeated rows", "Rows say the same as earlier ones: folded into them."),
          Map.entry(
              "seen not recorded",
              "A visit does not say whether the child was seen: it was counted."),
          Map.entry("team not in organisation", "A team is not in the list of teams."),
          Map.entry("too long", "A value is too long to be true: it was not used."),
          Map.entry(
              "under a merged heading",
              "A heading is merged over several columns: the one that holds something was read."),
          Map.entry("unknown code", "A code or word is not known as a value of its column."),
          Map.entry(
              "unknown mark",
              "A word is no mark of the vocabulary: whether what was done counts cannot be judged."),
          Map.entry(
              "unseen characters",
              "Cells hold characters that cannot be seen: they were left out."));

  private CheckInWords() {}

  /** The sentence; empty for a check nobody has described. */
  public static String of(String check) {
    return check.startsWith(NO_SUCH)
        ? "No extract has the "
            + check.substring(NO_SUCH.length())
            + " that a row names: the row was rejected."
        : WORDS.getOrDefault(check, "");
  }
}
