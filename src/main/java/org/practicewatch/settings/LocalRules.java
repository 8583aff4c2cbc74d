package org.practicewatch.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practicewatch.settings.LocalEdits.Laid;
import org.practicewatch.settings.LocalFile.Change;
import org.practicewatch.settings.LocalFile.Edit;
import org.practicewatch.settings.LocalFile.SwitchOff;
import org.practicewatch.settings.StandardsHere.Worked;
import org.practicewatch.settings.YamlFiles.Item;
import org.practicewatch.standards.InForce;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Versions;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays what a council has of its own over the standards that ship: the presets in the order in
 * which they are named, then {@code local.yml}. Where two of them give the same key of a standard
 * for the same days, the later one wins.
 */
final class LocalRules {

  /** How the id of a limit ends that stands beside another standard. */
  static final String OF_OUR_OWN = "-LOCAL";

  /**
   * A preset, or {@code local.yml}.
   *
   * @param name as printed
   */
  record Layer(String name, Path file, LocalFile rules) {}

  private final YamlFiles files;
  private final List<Layer> layers;
  private final List<SettingsMistake> mistakes;
  private final List<Worked> worked = new ArrayList<>();
  private final List<PracticeStandard> judged = new ArrayList<>();
  private final Set<SwitchedOff> switchedOff = new LinkedHashSet<>();
  private final List<String> told = new ArrayList<>();

  /**
   * Rules of a council's own.
   *
   * @param layers later ones win
   */
  LocalRules(YamlFiles files, List<Layer> layers, List<SettingsMistake> mistakes) {
    this.files = files;
    this.layers = layers;
    this.mistakes = mistakes;
  }

  /** The standards as they hold here. */
  StandardsHere over(List<Item> shipped) {
    Map<String, List<Item>> standards = new LinkedHashMap<>();
    shipped.forEach(item -> put(standards, item));
    add(standards);
    Map<String, List<Laid>> edits = new LocalEdits(standards, files, mistakes).of(layers);
    for (String id : sideBySide(standards.keySet())) {
      lay(id, standards.getOrDefault(id, List.of()), edits.getOrDefault(id, List.of()));
    }
    return new StandardsHere(worked, judged, List.copyOf(switchedOff), told);
  }

  /** A limit of the council's own comes right after the standard beside which it stands. */
  private static List<String> sideBySide(Set<String> ids) {
    List<String> ordered = new ArrayList<>(ids);
    for (String id : ids) {
      Optional<String> beside =
          ids.stream()
              .filter(other -> id.endsWith(OF_OUR_OWN) && id.startsWith(other + "-"))
              .max(Comparator.comparing(String::length));
      if (beside.isPresent()) {
        ordered.remove(id);
        ordered.add(ordered.indexOf(beside.get()) + 1, id);
      }
    }
    return ordered;
  }

  private static void put(Map<String, List<Item>> standards, Item item) {
    standards.computeIfAbsent(item.where(), id -> new ArrayList<>()).add(item);
  }

  private void add(Map<String, List<Item>> standards) {
    Map<String, String> addedBy = new HashMap<>();
    for (Layer layer : layers) {
      List<Item> items = files.items(layer.file(), layer.rules().standards(), "id");
      for (String id : items.stream().map(Item::where).distinct().toList()) {
        String earlier = addedBy.put(id, layer.name());
        String instead = earlier == null ? "" : ", in place of that of " + earlier;
        if (earlier != null) {
          standards.remove(id);
        }
        told.add(id + " is added by " + layer.name() + instead + ".");
      }
      items.forEach(item -> put(standards, item));
    }
  }

  private void lay(String id, List<Item> items, List<Laid> edits) {
    List<Version> versions = new ArrayList<>();
    for (Item item : items) {
      Optional<PracticeStandard> written = files.convert(item, PracticeStandard.class);
      if (written.isPresent()) {
        PracticeStandard one = written.get();
        worked.add(new Worked(files.name(item.file()), one, true, Versions.only(one)));
        for (InForce days : days(one.inForce(), edits)) {
          version(item, one, days, edits).ifPresent(versions::add);
        }
      }
    }
    Versions all = new Versions(versions.stream().map(Version::standard).toList());
    for (Version version : versions) {
      Versions judgedBy = version.hasOwnExamples() ? all : Versions.only(version.written());
      version
          .edits(Change.class)
          .reduce((earlier, later) -> later)
          .map(last -> files.name(last.layer().file()))
          .ifPresent(file -> worked.add(new Worked(file, version.standard(), false, judgedBy)));
      version
          .edits(SwitchOff.class)
          .reduce((earlier, later) -> later)
          .map(Laid::edit)
          .ifPresentOrElse(
              off ->
                  switchedOff.add(
                      new SwitchedOff(id, version.standard().title(), off.because(), off.days())),
              () -> judged.add(version.standard()));
    }
    edits.forEach(one -> tell(one, edits));
  }

  /**
   * What holds of a standard for some days.
   *
   * @param written as it is written
   * @param laid what is laid over that on these days, in order
   * @param standard what comes of it
   */
  private record Version(PracticeStandard written, List<Laid> laid, PracticeStandard standard) {

    Stream<Laid> edits(Class<? extends Edit> sort) {
      return laid.stream().filter(one -> sort.isInstance(one.edit()));
    }

    boolean hasOwnExamples() {
      return laid.stream()
          .anyMatch(
              one ->
                  one.edit() instanceof Change change
                      && change.keys().containsKey(Change.EXAMPLES));
    }
  }

  private Optional<Version> version(
      Item item, PracticeStandard written, InForce days, List<Laid> edits) {
    List<Laid> then = edits.stream().filter(one -> isOn(one.edit(), days)).toList();
    ObjectNode keys = item.keys().deepCopy();
    Item place = item;
    String ownTarget = "";
    for (Laid laid : then) {
      if (laid.edit() instanceof Change change) {
        place = new Item(laid.layer().file(), LocalEdits.place(change), keys);
        ownTarget = change(keys, change, written.basis()).orElse(ownTarget);
      }
    }
    if (!ownTarget.isEmpty()) {
      keys.put(Change.BASIS, keys.path(Change.BASIS).asString("") + ownTarget);
    }
    inForce(keys, days);
    return files
        .convert(new Item(place.file(), place.where(), keys), PracticeStandard.class)
        .map(standard -> new Version(written, then, standard));
  }

  /**
   * Makes one change, and gives what is then to be said of the target beside the basis, if that
   * changes.
   */
  private static Optional<String> change(ObjectNode keys, Change change, String shippedBasis) {
    change.keys().forEach((key, value) -> keys.set(key, value.deepCopy()));
    if (change.makesItLocal()) {
      keys.put(LocalEdits.STANDING, Standing.LOCAL.words());
      if (!change.keys().containsKey(Change.CONFIDENCE)) {
        keys.remove(Change.CONFIDENCE);
      }
      String ours = keys.path(Change.BASIS).asString("");
      String basis = change.keys().containsKey(Change.BASIS) ? ours : change.because();
      keys.put(Change.BASIS, withoutStop(basis) + "; here in place of: " + shippedBasis);
    }
    List<String> asked =
        Stream.of("target", "due soon").filter(change.keys()::containsKey).toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            change.makesItLocal()
                ? ""
                : "; our own "
                    + String.join(" and ", asked)
                    + ": "
                    + withoutStop(change.because()));
  }

  private static void inForce(ObjectNode keys, InForce days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    keys.remove(LocalEdits.IN_FORCE);
    if (from != null || to != null) {
      ObjectNode dates = keys.putObject(LocalEdits.IN_FORCE);
      if (from != null) {
        dates.put("from", from.toString());
      }
      if (to != null) {
        dates.put("to", to.toString());
      }
    }
  }

  private static String withoutStop(String sentence) {
    String text = sentence.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** The stretches of days in which the same edits hold, one after the other. */
  private static List<InForce> days(InForce whole, List<Laid> edits) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    for (Laid laid : edits) {
      LocalDate from = laid.edit().from();
      LocalDate to = laid.edit().to();
      if (from != null) {
        starts.add(from);
      }
      if (to != null) {
        starts.add(to.plusDays(1));
      }
    }
    starts.removeIf(day -> !whole.on(day) || day.equals(whole.from()));
    List<InForce> days = new ArrayList<>();
    LocalDate from = whole.from();
    for (LocalDate start : starts) {
      days.add(new InForce(from, start.minusDays(1)));
      from = start;
    }
    days.add(new InForce(from, whole.to()));
    return days;
  }

  /** Whether an edit holds in a stretch of days that no edit's beginning or end divides. */
  private static boolean isOn(Edit edit, InForce days) {
    LocalDate first = days.from();
    return first == null ? edit.from() == null : edit.days().on(first);
  }

  private void tell(Laid laid, List<Laid> all) {
    Edit edit = laid.edit();
    StringBuilder words = new StringBuilder(edit.standard());
    words.append(edit instanceof Change ? " is changed by " : " is switched off by ");
    words.append(laid.layer().name());
    words.append(edit.from() == null ? "" : " from " + edit.from());
    words.append(edit.to() == null ? "" : " to " + edit.to());
    if (edit instanceof Change change) {
      words.append(": ").append(String.join(", ", replaced(change)));
      earlier(laid, change, all).forEach(words::append);
    }
    told.add(words + ". Because: " + withoutStop(edit.because()) + ".");
  }

  /** Of which earlier layers a change replaces something for the same days. */
  private Stream<String> earlier(Laid laid, Change change, List<Laid> all) {
    return all.stream()
        .filter(one -> layers.indexOf(one.layer()) < layers.indexOf(laid.layer()))
        .filter(one -> one.edit().days().overlaps(change.days()))
        .filter(one -> one.edit() instanceof Change)
        .map(
            one -> {
              List<String> both = new ArrayList<>(replaced(change));
              both.retainAll(replaced((Change) one.edit()));
              return both.isEmpty()
                  ? ""
                  : " (in place of " + one.layer().name() + ": " + String.join(", ", both) + ")";
            });
  }

  private static List<String> replaced(Change change) {
    return change.keys().keySet().stream().filter(change::isWorthTelling).toList();
  }
}
