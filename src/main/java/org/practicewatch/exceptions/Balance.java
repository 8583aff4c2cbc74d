package org.practicewatch.exceptions;

/**
 * Where the open exceptions of a team and a standard or check went in a week. Those that are
 * accepted are not open.
 *
 * @param team whose; empty for no team
 * @param sort on which list
 * @param code which standard or check
 * @param before open at the end of the week before
 */
public record Balance(
    String team,
    ExceptionKey.Sort sort,
    String code,
    int before,
    int fresh,
    int reopened,
    int movedIn,
    int ranOut,
    int takenUp,
    int fixed,
    int lapsed,
    int accepted,
    int movedOut,
    int setAside,
    int now) {

  /** Whether nothing came from nowhere and nothing went nowhere. */
  public boolean isBalanced() {
    return before + opened() - closed() == now;
  }

  /** Added to the list, for whatever reason. */
  public int opened() {
    return fresh + reopened + movedIn + ranOut + takenUp;
  }

  /** Taken from the list, for whatever reason. */
  public int closed() {
    return fixed + lapsed + accepted + movedOut + setAside;
  }

  /** The same, with so many more that are owed no more. */
  public Balance lapsing(int many) {
    return new Balance(
        team,
        sort,
        code,
        before,
        fresh,
        reopened,
        movedIn,
        ranOut,
        takenUp,
        fixed,
        lapsed + many,
        accepted,
        movedOut,
        setAside,
        now - many);
  }
}
