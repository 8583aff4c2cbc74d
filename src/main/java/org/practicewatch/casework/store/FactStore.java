package org.practicewatch.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Repeated;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Subject;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Facts, each with the extract and the cell that says it; and the children they are about.
 *
 * <p>Facts stand in pages. Every child belongs, by its id, to one of a fixed number of buckets, and
 * a page holds facts of one extract and one bucket, so that all that is said of a child is found
 * with the pages of its bucket, and a night of any size needs the memory of one bucket
 * (docs/decisions/0010).
 */
public final class FactStore {

  /** Homes, carers and workers have no child id, and rows without one are written first. */
  private static final Comparator<String> SUBJECTS_FIRST =
      Comparator.comparing(Subject::isChild).thenComparing(Comparator.naturalOrder());

  /** How many buckets there are; to change it is to lay every page anew. */
  public static final int BUCKETS = 64;

  /** Among the kinds: {@code SPAN/episode/reason ceased} where a row gives that detail. */
  public static final String DETAIL = "DETAIL";

  private static final int PAGE_IS_FULL = 12_000;

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public FactStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** Where a child's facts stand: a function of the id alone, the same in every version. */
  static int bucketOf(String childId) {
    int spread = childId.hashCode() * 0x9E3779B9;
    return spread >>> (32 - Integer.numberOfTrailingZeros(BUCKETS));
  }

  /** Begins to write the facts of an extract; what stood of it is to be removed first. */
  public Writing write(int extract) {
    return new Writing(extract);
  }

  /** The facts of one extract while they are written, in the order of its rows. */
  public final class Writing {

    private final int extract;
    private final PageWriter[] open = new PageWriter[BUCKETS];
    private final int[] pages = new int[BUCKETS];
    private final List<@Nullable Object[]> full = new ArrayList<>();
    private final Map<FactPages.Form, Map<String, Set<String>>> carried =
        new EnumMap<>(FactPages.Form.class);

    /** By form and kind, the details for which there is a column, or that a row gives. */
    private final Map<String, Set<String>> details = new TreeMap<>();

    private Writing(int extract) {
      this.extract = extract;
    }

    public void add(Fact fact) {
      int bucket = bucketOf(fact.childId());
      PageWriter page = open[bucket];
      if (page == null) {
        page = new PageWriter();
        open[bucket] = page;
      }
      FactPages.write(page, fact);
      if (isCarried(fact)) {
        addKind(fact);
      }
      if (page.size() >= PAGE_IS_FULL) {
        take(bucket, page);
      }
    }

    /**
     * Which kinds are carried and which details of them, so that a check that needs one can say
     * that it has none.
     */
    private void addKind(Fact fact) {
      Set<String> given =
          carried
              .computeIfAbsent(FactPages.Form.of(fact), form -> new TreeMap<>())
              .computeIfAbsent(FactPages.kind(fact), kind -> new HashSet<>());
      if (fact instanceof Span span) {
        given.addAll(span.told().keySet());
      } else if (fact instanceof Noted noted) {
        given.addAll(noted.details().keySet());
      }
    }

    /** That there is a column for a kind of fact, or for a detail of it, be it ever so blank. */
    public void hasColumnFor(String form, String kind, String detail) {
      details.computeIfAbsent(form + "/" + kind, one -> new TreeSet<>()).add(detail);
    }

    private void take(int bucket, PageWriter page) {
      full.add(new Object[] {extract, bucket, pages[bucket]++, page.takePage()});
    }

    /** Stores the pages that are full. */
    public void storeFullPages() {
      bulk.insert("fact_page", "extract_id,bucket,page,facts", full);
      full.clear();
    }

    /** Stores what is left. */
    public void finish() {
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        PageWriter page = open[bucket];
        if (page != null && page.size() > 0) {
          take(bucket, page);
        }
      }
      storeFullPages();
      List<@Nullable Object[]> rows = new ArrayList<>();
      carried.forEach(
          (form, kinds) ->
              kinds.forEach(
                  (kind, given) -> {
                    rows.add(new Object[] {extract, form.name(), kind});
                    given.forEach(detail -> hasColumnFor(form.name(), kind, detail));
                  }));
      details.forEach(
          (kind, all) ->
              all.forEach(detail -> rows.add(new Object[] {extract, DETAIL, kind + "/" + detail})));
      bulk.insert("fact_kind", "extract_id,form,kind", rows);
    }
  }

  /** Forgets what an extract said. */
  public void remove(int extract) {
    jdbc.update("delete from fact_page where extract_id = ?", extract);
    jdbc.update("delete from fact_kind where extract_id = ?", extract);
  }

  /** Deletes all that is said of some children, whatever extract says it. */
  public void forget(Set<String> childIds) {
    childIds.stream()
        .map(FactStore::bucketOf)
        .distinct()
        .forEach(bucket -> forgetIn(bucket, childIds));
  }

  private void forgetIn(int bucket, Set<String> childIds) {
    List<Object[]> changed = new ArrayList<>();
    jdbc.query(
        "select * from fact_page where bucket = ?",
        row -> {
          List<Fact> facts = FactPages.read(row.getBytes("facts"), "", "", id -> id);
          List<Fact> kept =
              facts.stream().filter(fact -> !childIds.contains(fact.childId())).toList();
          if (kept.size() < facts.size()) {
            PageWriter page = new PageWriter();
            kept.forEach(fact -> FactPages.write(page, fact));
            changed.add(
                new Object[] {
                  page.takePage(), row.getInt("extract_id"), bucket, row.getInt("page")
                });
          }
        },
        bucket);
    jdbc.batchUpdate(
        "update fact_page set facts = ? where extract_id = ? and bucket = ? and page = ?", changed);
  }

  /** An extract as the facts need to know it. */
  public record Source(int extract, String file, String sheet) {}

  /**
   * A child with everything said of it, older extracts first.
   *
   * @param ordinal its place among the children
   */
  public record ChildFacts(int ordinal, String childId, List<Fact> facts) {}

  /** The children of some extracts, by the ids by which they are known now. */
  public Caseload caseload(List<Source> inOrder, MergedIds merged) {
    return new Caseload(inOrder, merged);
  }

  /** The children of some extracts, bucket by bucket. */
  public final class Caseload {

    private final Map<Integer, Source> sources = new HashMap<>();
    private final Map<Integer, Integer> order = new HashMap<>();
    private final MergedIds merged;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Set<String> oldIdsInUse = new TreeSet<>();

    /** What one extract says of a child. */
    private record Said(int order, Fact fact) {}

    private Caseload(List<Source> inOrder, MergedIds merged) {
      for (Source source : inOrder) {
        order.put(source.extract(), order.size());
        sources.put(source.extract(), source);
      }
      this.merged = merged;
      TreeSet<String> ids = new TreeSet<>();
      CompletableFuture<Set<String>> half =
          CompletableFuture.supplyAsync(() -> idsIn(0, BUCKETS / 2));
      ids.addAll(idsIn(BUCKETS / 2, BUCKETS));
      ids.addAll(half.join());
      ids.stream().filter(id -> !merged.now(id).equals(id)).forEach(oldIdsInUse::add);
      ids.stream()
          .map(merged::now)
          .sorted(SUBJECTS_FIRST)
          .distinct()
          .forEach(id -> ordinals.put(id, ordinals.size()));
    }

    private Set<String> idsIn(int from, int before) {
      Set<String> ids = new HashSet<>();
      for (int bucket = from; bucket < before; bucket++) {
        forEachPage(
            bucket,
            (source, page) ->
                FactPages.read(page, source.file(), source.sheet(), id -> id).stream()
                    .filter(FactStore::isCarried)
                    .forEach(fact -> ids.add(fact.childId())));
      }
      return ids;
    }

    /** How many children there are. */
    public int size() {
      return ordinals.size();
    }

    /** One child, by any of its ids. */
    public Optional<ChildFacts> find(String childId) {
      String now = merged.now(childId);
      return bucket(bucketOf(now)).stream()
          .filter(child -> child.childId().equals(now))
          .findFirst();
    }

    /** Every child of a bucket with all that is said of it, in order of their ids. */
    public List<ChildFacts> bucket(int bucket) {
      Map<String, List<Said>> byChild = new TreeMap<>();
      collect(bucket, bucket, byChild);
      // What was said of a child of this bucket under an old id stands in that id's bucket.
      oldIdsInUse.stream()
          .filter(old -> bucketOf(merged.now(old)) == bucket && bucketOf(old) != bucket)
          .map(FactStore::bucketOf)
          .distinct()
          .forEach(other -> collect(other, bucket, byChild));
      List<ChildFacts> children = new ArrayList<>();
      byChild.forEach(
          (id, said) -> {
            // A stable sort: within an extract the order of its rows.
            said.sort(Comparator.comparingInt(Said::order));
            Integer ordinal = ordinals.get(id);
            if (ordinal != null) {
              children.add(new ChildFacts(ordinal, id, said.stream().map(Said::fact).toList()));
            }
          });
      return children;
    }

    /** Adds, of the facts in one bucket, those of children that belong to another or the same. */
    private void collect(int from, int ofBucket, Map<String, List<Said>> byChild) {
      forEachPage(
          from,
          (source, page) -> {
            int place = order.getOrDefault(source.extract(), 0);
            for (Fact fact : FactPages.read(page, source.file(), source.sheet(), merged::now)) {
              if (bucketOf(fact.childId()) == ofBucket) {
                byChild
                    .computeIfAbsent(fact.childId(), key -> new ArrayList<>())
                    .add(new Said(place, fact));
              }
            }
          });
    }

    private void forEachPage(int bucket, PageUse use) {
      jdbc.query(
          "select extract_id, facts from fact_page where bucket = ? order by extract_id, page",
          (ResultSet row) -> {
            Source source = sources.get(row.getInt("extract_id"));
            if (source != null) {
              use.of(source, row.getBytes("facts"));
            }
          },
          bucket);
    }
  }

  /** Of a row that was refused neither what it is nor whose is known. */
  private static boolean isCarried(Fact fact) {
    boolean refused = fact instanceof Gap gap && gap.why() == Gap.Why.REFUSED_ROW;
    return !refused && !(fact instanceof Repeated);
  }

  /** What is done with a page. */
  private interface PageUse {
    void of(Source source, byte[] page) throws SQLException;
  }

  /** The kinds that extracts carry at all, by form. */
  public Map<String, Set<String>> kinds(List<Integer> extracts) {
    Map<String, Set<String>> kinds = new HashMap<>();
    if (!extracts.isEmpty()) {
      jdbc.query(
          "select distinct form, kind from fact_kind where extract_id in (" + in(extracts) + ")",
          row -> {
            kinds
                .computeIfAbsent(row.getString("form"), key -> new LinkedHashSet<>())
                .add(row.getString("kind"));
          });
    }
    return kinds;
  }

  /** Ids of our own making, so they can stand in the text of a statement. */
  private static String in(List<Integer> extracts) {
    return String.join(",", extracts.stream().map(String::valueOf).toList());
  }
}
