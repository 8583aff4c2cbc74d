package org.practicewatch.intake;

import static com.fasterxml.jackson.annotation.JsonTypeInfo.As.WRAPPER_OBJECT;
import static com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.quality.Need;

/**
 * One thing that a row of a table says. A row may say several.
 *
 * <p>To add a kind, write one record here and one test, and name the record in {@code permits}. Its
 * key in the YAML is its {@code @JsonTypeName}.
 */
@JsonTypeInfo(use = NAME, include = WRAPPER_OBJECT)
public sealed interface RowMeaning
    permits RegistersChild,
        GivesSpan,
        GivesActivity,
        GivesLatest,
        GivesAllocation,
        GivesNoted,
        GivesIdOf,
        GivesNameOf {

  /** In a condition: any text, so long as the cell is not blank. */
  String ANYTHING = "anything";

  /** In place of the column of an id: the row is that thing, and its place in the file its id. */
  String THIS_ROW = "this row";

  /** When it says so: for each column, the values (or {@code blank}) of which one must stand. */
  Map<String, List<String>> onlyWhen();

  /** Adds what a row says to its reading. */
  void read(RowReading row);

  /** The same for a row of which cannot be told whether it says so, as a cell cannot be read. */
  default void readInDoubt(RowReading row) {}

  /** The kinds of act and stretch that a row may have told of, whose cells cannot be believed. */
  default Set<String> perhaps(RowReading row) {
    Set<String> kinds = new HashSet<>(names().activities());
    kinds.addAll(names().spans());
    return kinds;
  }

  /** The day of it, where only what the row is cannot be read; null for none. */
  default @Nullable LocalDate perhapsOn(RowReading row) {
    return null;
  }

  /** The columns that it reads, besides those of its conditions. */
  Stream<String> columns();

  /** All its conditions: when it says so, and when it says more than that. */
  default Stream<Map<String, List<String>>> conditions() {
    return Stream.of(onlyWhen());
  }

  /** The names of the vocabulary that it uses. */
  default Names names() {
    return Names.NONE;
  }

  /** What a table carries for the checks that has some columns, be they ever so blank. */
  default Stream<Need> carriedBy(Predicate<String> columns) {
    return Stream.empty();
  }

  /** Whether a row can say that something of this kind was done, or went on. */
  default boolean gives(String kind) {
    Names names = names();
    return names.activities().contains(kind) || names.spans().contains(kind);
  }

  /** The same meaning, where columns that name what the row is may give any of these names. */
  default RowMeaning knowing(Names names) {
    return this;
  }

  /** Whether rows name what they are, so that the table carries whatever the vocabulary names. */
  default boolean givesWhateverIsNamed() {
    return false;
  }

  /** Of these names, those that a column may hold. */
  default Set<String> choices(String column, Names names) {
    return Set.of();
  }

  /** Whether a column may hold several of its choices. */
  default boolean mayHoldSeveral(String column) {
    return false;
  }

  /** Whether it says that something was done, which stays done whatever comes after. */
  default boolean isAct() {
    return false;
  }

  /** Whether it says of a table's rows that something happened, and never when. */
  default boolean isFlag(TableProfile table) {
    return false;
  }

  /** Whether it says that something went on. */
  default boolean isStretch() {
    return false;
  }

  /** The kind of activity of which every such table says whether it was done. */
  default Optional<String> alwaysGiven(TableProfile table) {
    return Optional.empty();
  }

  /** Where a row of something else gives the day of an activity of this kind too. */
  default Optional<DayBeside> dayBeside(String kind) {
    return Optional.empty();
  }

  /** Whether it says which children there are. */
  default boolean registersChildren() {
    return false;
  }

  /** The columns of children's names. */
  default List<String> namesOfChildren() {
    return List.of();
  }

  /** The same without children's names. */
  default RowMeaning withoutNames() {
    return this;
  }

  /** Whether it says who holds the child. */
  default boolean saysWhoHolds() {
    return false;
  }

  /** Whether it says who held the child before, too. */
  default boolean saysWhoHeldBefore() {
    return false;
  }

  /** The sort of id that it gives, by which other tables find the child. */
  default Optional<String> idOf() {
    return Optional.empty();
  }

  /** Whether it says what other tables' ids stand for, and nothing of a child. */
  default boolean isOfNames() {
    return false;
  }

  /** Whether only the checks on the record read it. */
  default boolean isForChecksAlone() {
    return false;
  }

  /**
   * The day of something done in a row of something else.
   *
   * @param on its column
   * @param of what the row itself is called
   */
  record DayBeside(String on, Naming of) {}
}
