package org.practicewatch.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose is what: the children that plans, referrals and periods of care belong to, by the source's
 * own ids, for tables that give only such an id; and the names behind ids of teams.
 */
public final class Links {

  private final Map<String, Map<String, String>> children = new HashMap<>();
  private final Map<String, Map<String, String>> names = new HashMap<>();

  /** A plan, referral or period of care of a child. */
  public void putChild(String sort, String id, String childId) {
    children.computeIfAbsent(sort, key -> new HashMap<>()).put(id, childId);
  }

  public Optional<String> findChild(String sort, String id) {
    return Optional.ofNullable(children.getOrDefault(sort, Map.of()).get(id));
  }

  /** Whether any extract has given a single one of the sort. */
  public boolean knows(String sort) {
    return children.containsKey(sort);
  }

  /** The name that an id stands for. */
  public void putName(String sort, String id, String name) {
    names.computeIfAbsent(sort, key -> new HashMap<>()).put(id, name);
  }

  public Optional<String> findName(String sort, String id) {
    return Optional.ofNullable(names.getOrDefault(sort, Map.of()).get(id));
  }
}
