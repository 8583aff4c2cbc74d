package org.practicewatch.intake.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.intake.store.ExtractRegister.Entry;

/**
 * Which part of a table is which, night after night. A table may come in parts, from two systems or
 * of two services; each stands until the same part comes again. A part is known by what its file
 * and folder are called without dates. One that is called otherwise from a night on is the one that
 * no longer comes, where it can be no other.
 */
public final class Parts {

  private Parts() {}

  /**
   * The part that each is.
   *
   * @param called what the files of one table that came tonight are called
   * @param standing what stands of that table
   */
  public static Map<String, String> of(Collection<String> called, List<Entry> standing) {
    Map<String, String> parts = new HashMap<>();
    Set<String> fresh = new TreeSet<>(called);
    Set<String> missing = new TreeSet<>();
    standing.forEach(entry -> missing.add(entry.part()));
    for (String one : called) {
      standing.stream()
          .filter(entry -> entry.called().equals(one) || entry.part().equals(one))
          .map(Entry::part)
          .filter(missing::contains)
          .findFirst()
          .ifPresent(part -> is(one, part, parts, fresh, missing));
    }
    for (String one : List.copyOf(fresh)) {
      List<String> alike =
          missing.stream().filter(part -> fileName(part).equals(fileName(one))).toList();
      long others = fresh.stream().filter(name -> fileName(name).equals(fileName(one))).count();
      // One of which the folder is not known is as much the one as the other.
      if (alike.size() == 1 && (others == 1 || alike.get(0).startsWith("/"))) {
        is(one, alike.get(0), parts, fresh, missing);
      }
    }
    if (fresh.size() == 1 && missing.size() == 1) {
      parts.put(fresh.iterator().next(), missing.iterator().next());
    } else {
      fresh.forEach(one -> parts.put(one, one));
    }
    return parts;
  }

  private static void is(
      String called,
      String part,
      Map<String, String> parts,
      Set<String> fresh,
      Set<String> missing) {
    parts.put(called, part);
    fresh.remove(called);
    missing.remove(part);
  }

  private static String fileName(String called) {
    return called.substring(called.lastIndexOf('/') + 1);
  }

  /** Whether one stands in place of another. */
  static boolean replaces(Entry one, Entry other) {
    return !one.slot().isEmpty()
        && one.slot().equals(other.slot())
        && one.part().equals(other.part());
  }
}
