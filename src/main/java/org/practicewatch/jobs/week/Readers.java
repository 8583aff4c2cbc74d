package org.practicewatch.jobs.week;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.jobs.week.WriteLists.ForReader;

/** Who reads which list. */
final class Readers {

  private final ThisWeek week;

  Readers(ThisWeek week) {
    this.week = week;
  }

  /** Whom a list goes to. */
  record Reader(String to, List<String> copies) {}

  /** A list with whom it goes to. */
  record Read(ForReader list, Reader reader) {}

  /**
   * Lists that go in one letter, since the same people read all of them.
   *
   * @param addressed whether one of them is who acts on a list, and not only is to know of it
   */
  record Bundle(List<ForReader> lists, String to, List<String> copies, boolean addressed) {}

  /** Whoever acts on a list; where nobody's address is known, the performance manager. */
  Optional<Reader> of(Level level, String about) {
    Organisation organisation = week.settings().organisation();
    Reader manager = null;
    for (Organisation.ServiceWithTeams service : organisation.services()) {
      if (level != Level.TEAM && service.service().equals(about)) {
        Organisation.Person above =
            level == Level.SERVICE && service.manager() != null
                ? service.manager()
                : service.head();
        manager = above == null ? null : reader(above.email(), List.of());
      }
      for (Organisation.Team team : service.teams()) {
        if (level == Level.TEAM && team.team().equals(about)) {
          manager = reader(team.email(), team.copiesTo());
        }
      }
    }
    return manager == null ? performanceManager() : Optional.of(manager);
  }

  private Optional<Reader> performanceManager() {
    List<String> performance = week.weekly().performanceManager();
    return performance.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reader(performance.get(0), performance.subList(1, performance.size())));
  }

  private static @Nullable Reader reader(@Nullable String address, List<String> copies) {
    return address == null ? null : new Reader(address, copies);
  }

  /**
   * Whom a letter about several lists goes to: whoever acts on all of them. Where they are several
   * people, none of them gets the others' lists, and the performance manager stands in.
   */
  Optional<String> ofAll(List<LetterAbout.Of> lists) {
    Map<String, String> people = new LinkedHashMap<>();
    lists.forEach(
        one ->
            of(one.level(), one.about())
                .ifPresent(found -> people.put(key(found.to()), found.to())));
    return people.size() == 1
        ? people.values().stream().findFirst()
        : performanceManager().map(Reader::to);
  }

  /**
   * Puts lists together, so that everybody has one letter, whatever they read it as. Only those who
   * read the very same lists share a letter: nobody gets a list that is not theirs.
   */
  static List<Bundle> bundles(List<Read> lists) {
    Map<String, String> addresses = new LinkedHashMap<>();
    Map<String, TreeSet<Integer>> listsOf = new LinkedHashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      Reader reader = lists.get(i).reader();
      int place = i;
      Stream.concat(Stream.of(reader.to()), reader.copies().stream())
          .forEach(
              address -> {
                addresses.putIfAbsent(key(address), address);
                listsOf.computeIfAbsent(key(address), key -> new TreeSet<>()).add(place);
              });
    }
    Map<List<Integer>, List<String>> readersOf = new LinkedHashMap<>();
    listsOf.forEach(
        (person, places) ->
            readersOf.computeIfAbsent(List.copyOf(places), key -> new ArrayList<>()).add(person));
    List<Bundle> bundles = new ArrayList<>();
    readersOf.forEach(
        (places, people) ->
            bundles.add(
                bundle(
                    places.stream().map(lists::get).toList(),
                    people.stream().map(addresses::get).toList())));
    return bundles;
  }

  private static Bundle bundle(List<Read> lists, List<String> people) {
    Optional<String> acting =
        lists.stream()
            .map(one -> one.reader().to())
            .flatMap(to -> people.stream().filter(person -> key(person).equals(key(to))))
            .findFirst();
    String to = acting.orElse(people.get(0));
    return new Bundle(
        lists.stream().map(Read::list).toList(),
        to,
        people.stream().filter(person -> !person.equals(to)).toList(),
        acting.isPresent());
  }

  /** The same person, in whatever way an address is written. */
  private static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
