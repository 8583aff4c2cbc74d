package org.practicewatch.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.settings.LocalFile.Change;
import org.practicewatch.settings.LocalFile.Edit;
import org.practicewatch.settings.YamlFiles.Item;
import tools.jackson.databind.JsonNode;

/** Which changes and switchings off may be made, in the order in which they are made. */
final class LocalEdits {

  static final String STANDING = "standing";
  static final String IN_FORCE = "in force";

  /** What makes a standard this one and no other. */
  private static final Set<String> ITSELF =
      Set.of("id", "subject", "during", "after each", "closed by the next", "before each");

  private final Map<String, List<Item>> standards;
  private final YamlFiles files;
  private final List<SettingsMistake> mistakes;

  /**
   * Edits of some standards.
   *
   * @param standards as they are written, by id
   */
  LocalEdits(Map<String, List<Item>> standards, YamlFiles files, List<SettingsMistake> mistakes) {
    this.standards = standards;
    this.files = files;
    this.mistakes = mistakes;
  }

  /** One of them, and the layer that makes it. */
  record Laid(LocalRules.Layer layer, Edit edit) {}

  /** Those that are in order, by the id of the standard. */
  Map<String, List<Laid>> of(List<LocalRules.Layer> layers) {
    Map<String, List<Laid>> edits = new HashMap<>();
    for (LocalRules.Layer layer : layers) {
      List<Edit> inOrder = new ArrayList<>(layer.rules().changes());
      inOrder.addAll(layer.rules().switchedOff());
      inOrder.sort(
          Comparator.comparing(Edit::from, Comparator.nullsFirst(Comparator.naturalOrder())));
      Set<String> begun = new HashSet<>();
      for (Edit edit : inOrder) {
        Laid laid = new Laid(layer, edit);
        if (isInOrder(laid, begun.add(place(edit) + edit.from()))) {
          edits.computeIfAbsent(edit.standard(), id -> new ArrayList<>()).add(laid);
        }
      }
    }
    return edits;
  }

  static String place(Edit edit) {
    return (edit instanceof Change ? "changes > " : "switched off > ") + edit.standard();
  }

  private boolean isInOrder(Laid laid, boolean first) {
    int before = mistakes.size();
    Edit edit = laid.edit();
    List<Item> items = standards.get(edit.standard());
    LocalDate from = edit.from();
    LocalDate to = edit.to();
    if (items == null) {
      mistake(
          laid,
          "",
          "'"
              + edit.standard()
              + "' is no standard."
              + PlainWords.knownWords(edit.standard(), standards.keySet()));
    } else if (edit instanceof Change change) {
      new Keys(laid, change, items.stream().anyMatch(LocalEdits::isStatutory)).check();
    }
    if (edit.because().isBlank()) {
      mistake(laid, " > because", "say why: who decided it, and when.");
    }
    if (from != null && to != null && to.isBefore(from)) {
      mistake(laid, " > to", "it ends before it begins.");
    }
    if (!first) {
      mistake(laid, " > from", "two begin on the same day. Put both into one.");
    }
    return mistakes.size() == before;
  }

  private static boolean isStatutory(Item item) {
    JsonNode standing = item.keys().get(STANDING);
    return standing != null && standing.asString("").equals("statutory");
  }

  private void mistake(Laid laid, String key, String problem) {
    mistakes.add(
        new SettingsMistake(files.name(laid.layer().file()), place(laid.edit()) + key, problem));
  }

  /** Which keys a change may replace, and which it must. */
  private final class Keys {

    private final Laid laid;
    private final Change change;
    private final boolean statutory;

    Keys(Laid laid, Change change, boolean statutory) {
      this.laid = laid;
      this.change = change;
      this.statutory = statutory;
    }

    void check() {
      if (change.keys().isEmpty()) {
        mistake(laid, "", "it changes nothing. Add the keys that it replaces, such as target.");
      }
      change.keys().keySet().forEach(this::mayReplace);
      if (change.isAnotherRule() && !statutory) {
        needs(Change.RULE, "say in one sentence what is owed now.");
        needs(Change.EXAMPLES, "show in at least one worked example what is owed now.");
      }
    }

    private void mayReplace(String key) {
      String at = " > " + key;
      if (ITSELF.contains(key)) {
        mistake(
            laid,
            at,
            "with this changed it would be another standard. Write that one under 'standards', and"
                + " this one under 'switched off'.");
      } else if (key.equals(IN_FORCE)) {
        mistake(laid, at, "give the change itself 'from' and 'to' instead.");
      } else if (key.equals(STANDING)) {
        mistake(laid, at, "delete this line: what is changed here is local.");
      } else if (statutory && !Change.mayBeReplacedInALaw(key)) {
        mistake(
            laid,
            at,
            change.standard()
                + " is statutory, so only its target and due soon can be changed. Write a standard"
                + " of your own beside it, "
                + change.standard()
                + "-LOCAL, under 'standards'.");
      }
    }

    private void needs(String key, String why) {
      if (!change.keys().containsKey(key)) {
        mistake(laid, "", "the key '" + key + "' is missing: " + why);
      }
    }
  }
}
