package org.practicewatch.intake;

import static com.fasterxml.jackson.annotation.JsonTypeInfo.As.WRAPPER_OBJECT;
import static com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a row of a table says. A row may say several. */
@JsonTypeInfo(use = NAME, include = WRAPPER_OBJECT)
public sealed interface RowMeaning {

  /** In a condition: any text, so long as the cell is not blank. */
  String ANYTHING = "anything";

  /** In place of the column of a span's start: the row says that it is so, and not since when. */
  String NOT_RECORDED = "not recorded";

  /** When it says so: for each column, the values (or {@code blank}) of which one must stand. */
  Map<String, List<String>> onlyWhen();

  /**
   * The row registers a child.
   *
   * @param name the columns of its name, in the order in which they are said
   */
  @JsonTypeName("child")
  record Registers(
      @Nullable String born,
      List<String> name,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen)
      implements RowMeaning {

    public Registers {
      name = name == null ? List.of() : List.copyOf(name);
      onlyWhen = orNone(onlyWhen);
    }
  }

  /**
   * The row is a stretch of time.
   *
   * @param from the column of its start, or {@link RowMeaning#NOT_RECORDED}
   * @param endedOnlyWhen the end counts only then
   * @param refs for each sort of id, its column
   * @param ref an id whose sort a column gives
   * @param details for each detail, its column
   * @param fixed details that every row has
   */
  @JsonTypeName("span")
  record OfSpan(
      @JsonProperty(required = true) Naming kind,
      @JsonProperty(required = true) String from,
      @Nullable String to,
      @Nullable String code,
      Map<String, String> refs,
      @Nullable RefOf ref,
      Map<String, String> details,
      Map<String, String> fixed,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen,
      @JsonProperty("ended only when") Map<String, List<String>> endedOnlyWhen)
      implements RowMeaning {

    public OfSpan {
      refs = orNone(refs);
      details = orNone(details);
      fixed = orNone(fixed);
      onlyWhen = orNone(onlyWhen);
      endedOnlyWhen = orNone(endedOnlyWhen);
    }
  }

  /**
   * The row is something done on a day.
   *
   * @param at the column of the time of day
   * @param ref an id whose sort a column gives
   * @param marks for each mark, the values that set it; where they cannot be read, nobody can tell
   *     whether it counts
   * @param marksNamed a column that names marks, one after the other
   * @param noted marks that decide nothing: where they cannot be read, it is noted without them
   * @param happenedWhen a row without a date still says that it happened, or may have, when these
   *     stand, so that the missing date is a gap; {@code on} may then be a column that holds no
   *     dates at all
   * @param notInEveryExtract an extract in which no row says so does not carry it
   */
  @JsonTypeName("activity")
  record OfActivity(
      @JsonProperty(required = true) Naming kind,
      @JsonProperty(required = true) String on,
      @Nullable String at,
      Map<String, String> refs,
      @Nullable RefOf ref,
      Map<String, Map<String, List<String>>> marks,
      @JsonProperty("marks named") @Nullable Naming marksNamed,
      Map<String, Map<String, List<String>>> noted,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen,
      @JsonProperty("happened, even without a date, when") Map<String, List<String>> happenedWhen,
      @JsonProperty("not in every extract") boolean notInEveryExtract)
      implements RowMeaning {

    public OfActivity {
      refs = orNone(refs);
      marks = orNone(marks);
      noted = orNone(noted);
      onlyWhen = orNone(onlyWhen);
      happenedWhen = orNone(happenedWhen);
    }
  }

  /** The row gives only the latest of its kind; a blank says that there was none yet. */
  @JsonTypeName("latest")
  record OfLatest(
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) String on,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen)
      implements RowMeaning {

    public OfLatest {
      onlyWhen = orNone(onlyWhen);
    }
  }

  /** The row says who holds the child. The lower rank speaks first. */
  @JsonTypeName("allocation")
  record OfAllocation(
      @Nullable String team,
      @Nullable String worker,
      @Nullable String from,
      @Nullable String to,
      int rank,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen)
      implements RowMeaning {

    public OfAllocation {
      onlyWhen = orNone(onlyWhen);
    }
  }

  /**
   * What the row says that decides nothing and only the checks on the record read.
   *
   * @param of what the row is
   * @param as for each detail, its column
   */
  @JsonTypeName("noted")
  record OfNoted(
      @JsonProperty(required = true) String of,
      @JsonProperty(required = true) Map<String, String> as,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen)
      implements RowMeaning {

    public OfNoted {
      as = Collections.unmodifiableMap(new LinkedHashMap<>(as));
      onlyWhen = orNone(onlyWhen);
    }
  }

  /** Other tables find the child by this id. */
  @JsonTypeName("id of")
  record IdOf(
      @JsonProperty(required = true) String sort,
      @JsonProperty(required = true) String id,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen)
      implements RowMeaning {

    public IdOf {
      onlyWhen = orNone(onlyWhen);
    }
  }

  /** Other tables give this id where they mean this name. */
  @JsonTypeName("name of")
  record NameOf(
      @JsonProperty(required = true) String sort,
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String name,
      @JsonProperty("only when") Map<String, List<String>> onlyWhen)
      implements RowMeaning {

    public NameOf {
      onlyWhen = orNone(onlyWhen);
    }
  }

  /**
   * The id of something that the row belongs to, in a table whose rows belong to things of several
   * sorts.
   *
   * @param sort the column that says of what sort it is
   * @param id the column that holds the id
   * @param otherwise the sort where that column is blank
   */
  record RefOf(
      @JsonProperty(required = true) String sort,
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String otherwise) {}

  /** Whether a row can say that something of this kind was done, or went on. */
  default boolean gives(String kind) {
    return (this instanceof OfSpan span && span.kind().canBe(kind))
        || (this instanceof OfActivity activity && activity.kind().canBe(kind))
        || (this instanceof OfLatest latest && latest.kind().equals(kind));
  }

  /** Whether rows name what they are, so that the table carries whatever the vocabulary names. */
  default boolean givesWhateverIsNamed() {
    Naming kind =
        this instanceof OfSpan span
            ? span.kind()
            : this instanceof OfActivity activity ? activity.kind() : null;
    return kind != null && kind.isGiven() && !kind.isOneOfSeveral();
  }

  /** The same, where columns that name what the row is may give any of these names. */
  default RowMeaning knowing(Set<String> activities, Set<String> spans, Set<String> marks) {
    if (this instanceof OfActivity one) {
      Naming named = one.marksNamed();
      return new OfActivity(
          one.kind().knowing(activities),
          one.on(),
          one.at(),
          one.refs(),
          one.ref(),
          one.marks(),
          named == null ? null : named.knowing(marks),
          one.noted(),
          one.onlyWhen(),
          one.happenedWhen(),
          one.notInEveryExtract());
    }
    if (this instanceof OfSpan one) {
      return new OfSpan(
          one.kind().knowing(spans),
          one.from(),
          one.to(),
          one.code(),
          one.refs(),
          one.ref(),
          one.details(),
          one.fixed(),
          one.onlyWhen(),
          one.endedOnlyWhen());
    }
    return this;
  }

  private static <V> Map<String, V> orNone(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
