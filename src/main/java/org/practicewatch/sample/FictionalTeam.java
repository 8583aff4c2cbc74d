package org.practicewatch.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A team of the fictional authority. Where there are more children than the first set of teams can
 * hold, there are further sets, numbered from 2.
 */
public record FictionalTeam(Kind kind, int set) {

  /** How many children one set of teams serves. */
  static final int CHILDREN_IN_A_SET = 1000;

  /** Personal advisers sit in the leaving care team, counted from here. */
  private static final int FIRST_ADVISER = 50;

  private static final int WORKERS_AT_MOST = 100;
  private static final int FOLLOWERS_AT_MOST = 20;

  /**
   * What a team does. The last number is how much better or worse than the authority it keeps to
   * its timescales: one team does visibly badly and one visibly well, or a report of teams would
   * have nothing to show.
   */
  public enum Kind {
    ASSESSMENT(1, "Assessment Team", "Safeguarding", 400, 0.0),
    EAST(2, "Safeguarding Team East", "Safeguarding", 105, 0.03),
    WEST(3, "Safeguarding Team West", "Safeguarding", 105, -0.22),
    LOOKED_AFTER(4, "Looked After Team", "Looked After and Leaving Care", 135, -0.02),
    PERMANENCE(5, "Permanence Team", "Looked After and Leaving Care", 240, 0.08),
    LEAVING_CARE(6, "Leaving Care Team", "Looked After and Leaving Care", 200, 0.0),
    DISABLED(7, "Disabled Children's Team", "Disabled Children", 500, 0.02),
    REVIEWING(8, "Independent Reviewing Officers", "Quality Assurance", 250, 0.0);

    private final int number;
    private final String teamName;
    private final String service;
    private final int childrenPerWorker;
    private final double better;

    Kind(int number, String teamName, String service, int childrenPerWorker, double better) {
      this.number = number;
      this.teamName = teamName;
      this.service = service;
      this.childrenPerWorker = childrenPerWorker;
      this.better = better;
    }
  }

  /** A worker, for as long as they stay. */
  public record Professional(
      String id,
      FictionalTeam team,
      String title,
      boolean agency,
      LocalDate from,
      LocalDate to,
      String leftBecause) {}

  public String name() {
    return set == 0 ? kind.teamName : kind.teamName + " " + (set + 1);
  }

  /** The team's id in the case system. */
  public String code() {
    return "T%02d".formatted(overallNumber());
  }

  private int overallNumber() {
    return set * Kind.values().length + kind.number;
  }

  public String service() {
    return kind.service;
  }

  /** The service's id in the case system. */
  public String serviceCode() {
    return switch (kind) {
      case ASSESSMENT, EAST, WEST -> "S1";
      case LOOKED_AFTER, PERMANENCE, LEAVING_CARE -> "S2";
      case DISABLED -> "S3";
      case REVIEWING -> "S4";
    };
  }

  /** How likely this team is to be in time, given how likely the authority is. */
  double inTime(double usual) {
    return Math.max(0.05, Math.min(0.99, usual + kind.better));
  }

  /** The workers who hold, one after the other, the children of a family. */
  List<Professional> workersFor(long seed, int family) {
    return desk(seed, family % CHILDREN_IN_A_SET / kind.childrenPerWorker);
  }

  /** The personal advisers of a young person, one after the other. */
  List<Professional> advisersFor(long seed, int family) {
    return desk(seed, FIRST_ADVISER + family % CHILDREN_IN_A_SET / kind.childrenPerWorker);
  }

  /** One desk, and who sits at it: when a worker leaves, all their children change worker. */
  private List<Professional> desk(long seed, int desk) {
    Chance chance = Chance.of(seed, Chance.key("desk"), overallNumber(), desk);
    List<Professional> sitting = new ArrayList<>();
    LocalDate from = FictionalAuthority.WORLD_BEGINS.minusDays(chance.between(0, 900));
    for (int number = 0; !from.isAfter(FictionalAuthority.WORLD_ENDS); number++) {
      boolean agency = chance.that(0.17);
      LocalDate to = from.plusDays(agency ? chance.between(90, 420) : chance.between(300, 1500));
      long id = (long) overallNumber() * WORKERS_AT_MOST + desk;
      sitting.add(
          new Professional(
              Long.toString(7_000_000 + id * FOLLOWERS_AT_MOST + number),
              this,
              title(desk),
              agency,
              from,
              to,
              chance.oneOf(List.of("LEFTRL", "LEFTRL", "FCONTA", "ORGRST", "ABSENC", "OTHERS"))));
      from = to.plusDays(1 + (chance.that(0.3) ? chance.between(5, 35) : 0));
    }
    return sitting;
  }

  private String title(int desk) {
    if (kind == Kind.REVIEWING) {
      return "Independent Reviewing Officer";
    }
    return desk >= FIRST_ADVISER ? "Personal Adviser" : "Social Worker";
  }
}
