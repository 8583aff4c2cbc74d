package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one layout of extracts maps to casework, as written in {@code jobs/profiles/}.
 *
 * @param profile its name; a folder of this name under the input folder is read too
 * @param extracts whether the newest replaces the last, or the years merge
 * @param blankWords what people type for "nothing"
 * @param noDates dates that stand for "no date"
 * @param tables the tables we use
 * @param leftOut tables that belong to the layout and carry nothing we judge or check, with their
 *     headings: recognised and left out, not held
 */
public record ExtractProfile(
    @JsonProperty(required = true) String profile,
    @JsonProperty(required = true) Sort extracts,
    @JsonProperty("blank words") Set<String> blankWords,
    @JsonProperty("dates that mean none") Set<LocalDate> noDates,
    @JsonProperty(required = true) List<TableProfile> tables,
    @JsonProperty("tables left out") Map<String, List<String>> leftOut) {

  /** What a newer extract of the same table does to the one before. */
  public enum Sort {
    @JsonProperty("snapshot")
    SNAPSHOT,
    @JsonProperty("yearly return")
    YEARLY_RETURN
  }

  public ExtractProfile {
    blankWords = blankWords == null ? Set.of() : Set.copyOf(blankWords);
    noDates = noDates == null ? Set.of() : Set.copyOf(noDates);
    tables = List.copyOf(tables);
    leftOut =
        leftOut == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /** Whether it says which children there are, so that it speaks for no others. */
  public boolean listsChildren() {
    return tables.stream()
        .flatMap(table -> table.meanings().stream())
        .anyMatch(RowMeaning::registersChildren);
  }

  /** The same without the columns of children's names, which then are not even read. */
  public ExtractProfile withoutNames() {
    return new ExtractProfile(
        profile,
        extracts,
        blankWords,
        noDates,
        tables.stream().map(TableProfile::withoutNames).toList(),
        leftOut);
  }

  /** The same, where columns that name what a row is may give any of these names. */
  public ExtractProfile knowing(Names names) {
    return new ExtractProfile(
        profile,
        extracts,
        blankWords,
        noDates,
        tables.stream().map(table -> table.knowing(names)).toList(),
        leftOut);
  }
}
