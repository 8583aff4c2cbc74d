package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.sample.Chance;

/**
 * The faults that real extracts have, put into a small share of rows. Which rows depends on the
 * seed and the row's own id, so a fault stays where it is from one extract to the next.
 *
 * <ul>
 *   <li>visits and looked-after reviews: a date that cannot be read ({@code 31/06/2026}, {@code
 *       tbc}); a blank date;
 *   <li>visits: the row twice under two ids; the year typed one too high; a day before the child
 *       was born; a plan id that no plan has;
 *   <li>ends still open: {@code 31/12/9999}; a referral's blank closing: {@code 01/01/1900};
 *   <li>child ids: {@code .0} behind some, leading noughts on some children throughout;
 *   <li>codes that no list knows ({@code V9}, {@code Q7}, {@code DNA});
 *   <li>no-break spaces in names and kinds of health check;
 *   <li>a team that the organisation does not know;
 *   <li>{@code ssd_cla_visits}: blank rows at the end and {@code Report run on …} below them.
 * </ul>
 */
final class Dirt {

  static final String UNKNOWN_TEAM = "Duty and Rota Team";

  private static final LocalDateTime NO_END = LocalDate.of(9999, 12, 31).atStartOfDay();
  private static final LocalDateTime NOTHING = LocalDate.of(1900, 1, 1).atStartOfDay();
  private static final String NO_BREAK_SPACE = "\u00a0";

  private static final Map<MosaicTable, String> VISIT_DATES = new EnumMap<>(MosaicTable.class);
  private static final Map<MosaicTable, String> VISIT_IDS = new EnumMap<>(MosaicTable.class);
  private static final Map<MosaicTable, String> OPEN_ENDS = new EnumMap<>(MosaicTable.class);
  private static final Map<MosaicTable, String> CODES = new EnumMap<>(MosaicTable.class);
  private static final Map<MosaicTable, String> CHILD_IDS = new EnumMap<>(MosaicTable.class);

  static {
    VISIT_DATES.put(MosaicTable.CIN_VISITS, "cinv_cin_visit_date");
    VISIT_DATES.put(MosaicTable.CP_VISITS, "cppv_cp_visit_date");
    VISIT_DATES.put(MosaicTable.CLA_VISITS, "clav_cla_visit_date");
    VISIT_IDS.put(MosaicTable.CIN_VISITS, "cinv_cin_visit_id");
    VISIT_IDS.put(MosaicTable.CP_VISITS, "cppv_cp_visit_id");
    VISIT_IDS.put(MosaicTable.CLA_VISITS, "clav_cla_visit_id");
    OPEN_ENDS.put(MosaicTable.INVOLVEMENTS, "invo_involvement_end_date");
    OPEN_ENDS.put(MosaicTable.LEGAL_STATUS, "lega_legal_status_end_date");
    OPEN_ENDS.put(MosaicTable.CLA_PLACEMENT, "clap_cla_placement_end_date");
    OPEN_ENDS.put(MosaicTable.CP_PLANS, "cppl_cp_plan_end_date");
    CODES.put(MosaicTable.LEGAL_STATUS, "lega_legal_status");
    CODES.put(MosaicTable.CLA_PLACEMENT, "clap_cla_placement_type");
    CODES.put(MosaicTable.CLA_HEALTH, "clah_health_check_status");
    CHILD_IDS.put(MosaicTable.CLA_VISITS, "clav_person_id");
    CHILD_IDS.put(MosaicTable.CLA_REVIEWS, "clar_cla_person_id");
    CHILD_IDS.put(MosaicTable.LEGAL_STATUS, "lega_person_id");
    CHILD_IDS.put(MosaicTable.CLA_HEALTH, "clah_person_id");
  }

  private final long seed;

  Dirt(long seed) {
    this.seed = seed;
  }

  /** The child's id as all its rows carry it. */
  String childId(String id) {
    return Chance.of(seed, Chance.key("leading noughts"), Chance.key(id)).that(0.005)
        ? "00" + id
        : id;
  }

  /** The row as it reaches the extract: mostly as it was, now and then spoilt, or there twice. */
  List<List<Cell>> spoil(MosaicTable table, String rowId, LocalDate born, List<Cell> row) {
    Chance chance = Chance.of(seed, Chance.key(table.table()), Chance.key(rowId));
    List<Cell> spoilt = new ArrayList<>(row);
    boolean twice = VISIT_DATES.containsKey(table) && visit(table, chance, born, spoilt);
    if (table == MosaicTable.CLA_REVIEWS && chance.that(0.004)) {
      dateUnreadable(chance, spoilt, column(table, "clar_cla_review_date"));
    }
    end(table, chance, spoilt);
    codesAndIds(table, chance, spoilt);
    if (!twice) {
      return List.of(spoilt);
    }
    List<Cell> again = new ArrayList<>(spoilt);
    int id = column(table, VISIT_IDS.getOrDefault(table, ""));
    again.set(id, new Cell.Words("9" + again.get(id).text(table.dates())));
    return List.of(spoilt, again);
  }

  private static boolean visit(MosaicTable table, Chance chance, LocalDate born, List<Cell> row) {
    int date = column(table, VISIT_DATES.getOrDefault(table, ""));
    double drawn = chance.fraction();
    if (drawn < 0.0015) {
      dateUnreadable(chance, row, date);
    } else if (drawn < 0.0025) {
      row.set(date, Cell.Words.BLANK);
    } else if (drawn < 0.0035 && row.get(date) instanceof Cell.Moment moment) {
      row.set(date, new Cell.Moment(moment.at().plusYears(1)));
    } else if (drawn < 0.0042) {
      row.set(date, new Cell.Moment(born.minusDays(chance.between(20, 200)).atStartOfDay()));
    } else if (drawn < 0.0055 && table != MosaicTable.CLA_VISITS) {
      row.set(1, new Cell.Words("99" + chance.between(1_000_000, 9_999_999)));
    }
    return drawn > 0.991;
  }

  private static void dateUnreadable(Chance chance, List<Cell> row, int column) {
    if (row.get(column) instanceof Cell.Moment moment) {
      String impossible = "31/06/" + moment.at().getYear();
      row.set(column, new Cell.Words(chance.that(0.6) ? impossible : "tbc"));
    }
  }

  private static void end(MosaicTable table, Chance chance, List<Cell> row) {
    String end = OPEN_ENDS.get(table);
    if (end != null && row.get(column(table, end)).isBlank() && chance.that(0.02)) {
      row.set(column(table, end), new Cell.Moment(NO_END));
    }
    if (table == MosaicTable.CIN_EPISODES) {
      int closed = column(table, "cine_close_date");
      if (row.get(closed).isBlank() && chance.that(0.01)) {
        row.set(closed, new Cell.Moment(NOTHING));
      }
    }
  }

  private static void codesAndIds(MosaicTable table, Chance chance, List<Cell> row) {
    String code = CODES.get(table);
    if (code != null && chance.that(0.003)) {
      row.set(
          column(table, code),
          new Cell.Words(
              switch (table) {
                case LEGAL_STATUS -> "V9";
                case CLA_PLACEMENT -> "Q7";
                default -> "DNA";
              }));
    }
    String child = CHILD_IDS.get(table);
    if (child != null && chance.that(0.003)) {
      append(row, column(table, child), ".0");
    }
    if (table == MosaicTable.PERSON && chance.that(0.01)) {
      append(row, column(table, "pers_surname"), NO_BREAK_SPACE);
    }
    if (table == MosaicTable.CLA_HEALTH && chance.that(0.004)) {
      int type = column(table, "clah_health_check_type");
      if (row.get(type) instanceof Cell.Words words) {
        row.set(type, new Cell.Words(words.text().replace(" ", NO_BREAK_SPACE)));
      }
    }
    if (table == MosaicTable.INVOLVEMENTS && chance.that(0.004)) {
      row.set(column(table, "invo_professional_team"), new Cell.Words(UNKNOWN_TEAM));
    }
  }

  /** The rows that a report tool leaves below the last one. */
  List<List<Cell>> below(MosaicTable table, LocalDate asAt) {
    if (table != MosaicTable.CLA_VISITS) {
      return List.of();
    }
    List<Cell> blank = table.columns().stream().map(column -> (Cell) Cell.Words.BLANK).toList();
    List<Cell> footer = new ArrayList<>(blank);
    footer.set(0, new Cell.Words("Report run on " + Cell.DAY_FIRST.format(asAt)));
    return List.of(blank, blank, blank, footer);
  }

  private static void append(List<Cell> row, int column, String text) {
    if (row.get(column) instanceof Cell.Words words) {
      row.set(column, new Cell.Words(words.text() + text));
    }
  }

  private static int column(MosaicTable table, String name) {
    return table.columns().indexOf(name);
  }
}
