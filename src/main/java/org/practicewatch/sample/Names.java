package org.practicewatch.sample;

import java.util.List;
import java.util.Locale;

/** Names that nobody bears, so that one found in a log or a letter can only be a leak. */
final class Names {

  private static final List<String> BEGINNINGS =
      List.of(
          "zor", "quel", "thwa", "vix", "bry", "kesh", "ulm", "dro", "jav", "wyl", "fen", "oxi");
  private static final List<String> MIDDLES =
      List.of("vima", "tola", "renu", "disko", "gwena", "lopi", "mazu", "henda", "bixo", "sarri");
  private static final List<String> FORENAME_ENDINGS =
      List.of("x", "lette", "ndro", "zia", "ph", "vyn", "kka", "thea");
  private static final List<String> SURNAME_ENDINGS =
      List.of("quorth", "mbraxby", "zwick", "fnell", "dgrove", "xworth", "ngthwaite", "vbourne");

  private Names() {}

  static String forename(Chance chance) {
    return name(chance, FORENAME_ENDINGS);
  }

  static String surname(Chance chance) {
    return name(chance, SURNAME_ENDINGS);
  }

  private static String name(Chance chance, List<String> endings) {
    String name = chance.oneOf(BEGINNINGS) + chance.oneOf(MIDDLES) + chance.oneOf(endings);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
