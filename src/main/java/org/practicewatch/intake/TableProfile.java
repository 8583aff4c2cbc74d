package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Subject;

/**
 * How one table maps.
 *
 * @param table its name in words
 * @param columns our name for each column, with the headings that councils give it
 * @param needed the columns without which the table is held
 * @param element what its records are called in XML, so that they are known without their headings
 * @param child how a row's child is found: the first way that gives one
 * @param meanings what each row says
 */
public record TableProfile(
    @JsonProperty(required = true) String table,
    @JsonProperty(required = true) Map<String, Column> columns,
    @JsonProperty(required = true) Set<String> needed,
    @JsonProperty("in XML") @Nullable String element,
    @JsonProperty("child found by") List<ChildFoundBy> child,
    @JsonProperty(value = "each row is", required = true) List<RowMeaning> meanings) {

  public TableProfile {
    columns = new LinkedHashMap<>(columns);
    needed = new LinkedHashSet<>(needed);
    child = child == null ? List.of() : List.copyOf(child);
    meanings = List.copyOf(meanings);
  }

  /** The same without the columns of children's names, which then are not even read. */
  TableProfile withoutNames() {
    List<String> names =
        meanings.stream().flatMap(meaning -> meaning.namesOfChildren().stream()).toList();
    if (names.isEmpty()) {
      return this;
    }
    Map<String, Column> others = new LinkedHashMap<>(columns);
    others.keySet().removeAll(names);
    return new TableProfile(
        table,
        others,
        needed,
        element,
        child,
        meanings.stream().map(RowMeaning::withoutNames).toList());
  }

  /** Whether a column holds dates. */
  boolean isDate(String column) {
    Column named = columns.get(column);
    return named != null && named.isDate();
  }

  /**
   * The kinds of activity whose date stands in a column that the table cannot be without, and those
   * of which it says without any date whether they were done.
   */
  public Stream<String> eventsAlwaysGiven() {
    return meanings.stream().map(meaning -> meaning.alwaysGiven(this)).flatMap(Optional::stream);
  }

  /** The kinds of activity of which it says that they happened, and never when. */
  public Set<String> flagged() {
    Set<String> flagged = new LinkedHashSet<>();
    meanings.stream()
        .filter(meaning -> meaning.isFlag(this))
        .forEach(meaning -> flagged.addAll(meaning.names().activities()));
    return flagged;
  }

  /** Whether its rows tell of nothing but acts, each of which stays done whatever comes after. */
  public boolean givesOnlyActs() {
    return meanings.stream().anyMatch(RowMeaning::isAct)
        && meanings.stream()
            .allMatch(one -> one.isAct() || one.isForChecksAlone() || one.idOf().isPresent());
  }

  /** Whether its rows name what they are, so that it carries whatever the vocabulary names. */
  public boolean givesWhateverIsNamed() {
    return meanings.stream().anyMatch(RowMeaning::givesWhateverIsNamed);
  }

  /** The same, where columns that name what a row is may give any of these names. */
  TableProfile knowing(Names names) {
    return new TableProfile(
        table,
        columns,
        needed,
        element,
        child,
        meanings.stream().map(meaning -> meaning.knowing(names)).toList());
  }

  /**
   * A column.
   *
   * @param headed exact headings, any of them; case, spacing and quotes do not matter
   * @param is one of {@link #PLAIN}, or the name of a code list
   * @param orElse another column that is used where this one is blank
   * @param keys of a text such as {@code {"LTFOST18":"Y"}} the keys that matter when said yes; a
   *     plain answer is read by the code list, where the column has one
   * @param keysSaidNo likewise, when said no
   * @param hint what to write there, for whoever fills the table in by hand
   */
  public record Column(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @JsonProperty(required = true)
          List<String> headed,
      String is,
      @JsonProperty("or else") @Nullable String orElse,
      List<String> keys,
      @JsonProperty("keys said no") List<String> keysSaidNo,
      String hint) {

    /** The type of a column that holds a date. */
    public static final String DATE = "date";

    /** The type of a column that holds a time of day. */
    public static final String TIME = "time";

    /** The type of a column that holds an id. */
    public static final String ID = "id";

    /** The type of a column that holds an age in whole years; -1 is a child not yet born. */
    public static final String AGE = "age";

    /** The type of a column that counts something. */
    public static final String COUNT = "count";

    /** The type of a column that holds a postcode. */
    public static final String POSTCODE = "postcode";

    /** The type of a column whose text is taken as it is. */
    public static final String TEXT = "text";

    /** The types that are not code lists. */
    public static final Set<String> PLAIN = Set.of(TEXT, ID, DATE, TIME, AGE, COUNT, POSTCODE);

    public Column {
      headed = List.copyOf(headed);
      is = is == null ? TEXT : is;
      keys = keys == null ? List.of() : List.copyOf(keys);
      keysSaidNo = keysSaidNo == null ? List.of() : List.copyOf(keysSaidNo);
      hint = hint == null ? "" : hint;
    }

    /** A heading alone is a column of text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Column headed(String heading) {
      return new Column(List.of(heading), TEXT, null, List.of(), List.of(), "");
    }

    /** Whether it holds ids. */
    boolean isId() {
      return is.equals(ID);
    }

    /** Whether it holds dates. */
    public boolean isDate() {
      return is.equals(DATE);
    }

    /** Whether its type is the name of a code list. */
    public boolean isCoded() {
      return !PLAIN.contains(is);
    }
  }

  /**
   * A way to find a row's child.
   *
   * @param column the column that holds the child's id, or the id of something of the child's
   * @param of the sort of thing whose id it is, as another table declares it; empty for the child
   * @param isA the column that says whose id it is, where rows may be about a home, a carer or a
   *     worker instead of a child; else empty
   * @param alwaysA what every row is about, where that is a home, a carer or a worker
   */
  public record ChildFoundBy(
      @JsonProperty(required = true) String column,
      String of,
      @JsonProperty("is a") String isA,
      @JsonProperty("always a") Subject alwaysA) {

    /** What the column {@code is a} says of a row that is about a child after all. */
    public static final String CHILD = "child";

    public ChildFoundBy {
      of = of == null ? "" : of;
      isA = isA == null ? "" : isA;
      alwaysA = alwaysA == null ? Subject.CHILD : alwaysA;
    }

    /** A column alone holds the child's own id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChildFoundBy column(String column) {
      return new ChildFoundBy(column, "", "", Subject.CHILD);
    }
  }
}
