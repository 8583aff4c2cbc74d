package org.practicewatch.casework.store;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Repeated;
import org.practicewatch.casework.Span;

/** How a fact stands in a page. The first of its fields is always the child's id. */
final class FactPages {

  /** The forms of a fact, each with the number by which pages know it; never renumber. */
  enum Form {
    CHILD(1),
    SPAN(2),
    ACTIVITY(3),
    ALLOCATION(4),
    GAP(5),
    LATEST(6),
    NOTED(7),
    FLAG(8),
    REFUSED(9),
    REPEATED(10);

    private final int number;

    Form(int number) {
      this.number = number;
    }

    static Form of(Fact fact) {
      if (fact instanceof Child) {
        return CHILD;
      }
      if (fact instanceof Span) {
        return SPAN;
      }
      if (fact instanceof Activity) {
        return ACTIVITY;
      }
      if (fact instanceof Allocation) {
        return ALLOCATION;
      }
      if (fact instanceof Noted) {
        return NOTED;
      }
      if (fact instanceof Repeated) {
        return REPEATED;
      }
      return fact instanceof Gap gap ? of(gap.why()) : LATEST;
    }

    private static Form of(Gap.Why why) {
      return switch (why) {
        case UNREADABLE -> GAP;
        case FLAG -> FLAG;
        case REFUSED_ROW -> REFUSED;
      };
    }

    static Form of(int number) {
      for (Form form : values()) {
        if (form.number == number) {
          return form;
        }
      }
      throw new IllegalStateException("unknown form of fact: " + number);
    }
  }

  private static final String TIME = "time:";

  private FactPages() {}

  /** The kind by which sources are known; empty for what has none. */
  static String kind(Fact fact) {
    return switch (Form.of(fact)) {
      case SPAN -> ((Span) fact).kind();
      case ACTIVITY -> ((Activity) fact).kind();
      case GAP, FLAG, REFUSED -> ((Gap) fact).kind();
      case LATEST -> ((Latest) fact).kind();
      case NOTED -> ((Noted) fact).kind();
      case CHILD, ALLOCATION, REPEATED -> "";
    };
  }

  static void write(PageWriter page, Fact fact) {
    page.word(fact.childId()).number(Form.of(fact).number).text(fact.source().cell());
    if (fact instanceof Child child) {
      page.day(child.born()).text(child.name());
    } else if (fact instanceof Span span) {
      page.word(span.kind()).day(span.from()).day(span.to()).word(span.code());
      page.words(inOrder(span.refs()));
      details(page, span.told());
    } else if (fact instanceof Activity done) {
      page.word(done.kind()).day(done.on());
      page.words(inOrder(refsAndTime(done))).words(inOrder(done.marks()));
    } else if (fact instanceof Allocation held) {
      page.word(held.team()).word(held.worker()).day(held.from()).day(held.to());
      page.number(held.rank());
    } else if (fact instanceof Gap gap) {
      page.word(gap.kind()).day(gap.on()).words(inOrder(gap.refs()));
    } else if (fact instanceof Latest latest) {
      page.word(latest.kind()).day(latest.on()).words(inOrder(latest.marks()));
    } else if (fact instanceof Noted noted) {
      page.word(noted.kind());
      details(page, noted.details());
    }
  }

  private static void details(PageWriter page, Map<String, String> details) {
    String[] names = details.keySet().toArray(new String[0]);
    Arrays.sort(names);
    page.number(names.length);
    for (String name : names) {
      page.word(name);
    }
    page.number(names.length);
    for (String name : names) {
      page.word(details.getOrDefault(name, ""));
    }
  }

  private static Map<String, String> details(PageReader page) {
    List<String> names = page.words();
    List<String> values = page.words();
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      details.put(names.get(i), values.get(i));
    }
    return details;
  }

  /** The same facts give the same page. */
  private static Collection<String> inOrder(Set<String> words) {
    return words.size() < 2 ? words : new TreeSet<>(words);
  }

  /** Every fact of a page, under the id by which the child is known now. */
  static List<Fact> read(byte[] bytes, String file, String sheet, UnaryOperator<String> knownAs) {
    List<Fact> facts = new ArrayList<>();
    PageReader page = new PageReader(bytes);
    while (page.hasMore()) {
      String child = knownAs.apply(page.word());
      Form form = Form.of(page.number());
      CellRef cell = new CellRef(file, sheet, page.text());
      facts.add(
          switch (form) {
            case CHILD -> new Child(child, page.day(), page.text(), cell);
            case SPAN -> span(page, child, cell);
            case ACTIVITY -> activity(page, child, cell);
            case ALLOCATION ->
                new Allocation(
                    child, page.word(), page.word(), page.day(), page.day(), page.number(), cell);
            case GAP -> gap(page, child, cell, Gap.Why.UNREADABLE);
            case FLAG -> gap(page, child, cell, Gap.Why.FLAG);
            case REFUSED -> gap(page, child, cell, Gap.Why.REFUSED_ROW);
            case LATEST -> new Latest(child, page.word(), page.day(), set(page), cell);
            case REPEATED -> new Repeated(child, cell);
            case NOTED -> new Noted(child, page.word(), details(page), cell);
          });
    }
    return facts;
  }

  private static Span span(PageReader page, String child, CellRef cell) {
    String kind = page.word();
    LocalDate from = day(page);
    LocalDate to = page.day();
    String code = page.word();
    Set<String> refs = set(page);
    return new Span(child, kind, from, to, code, refs, Map.of(), cell).told(details(page));
  }

  private static Gap gap(PageReader page, String child, CellRef cell, Gap.Why why) {
    return new Gap(child, page.word(), page.day(), set(page), cell, why);
  }

  private static Activity activity(PageReader page, String child, CellRef cell) {
    String kind = page.word();
    LocalDate on = day(page);
    Set<String> refs = new HashSet<>(set(page));
    LocalTime at = null;
    for (String ref : Set.copyOf(refs)) {
      if (ref.startsWith(TIME)) {
        at = LocalTime.parse(ref.substring(TIME.length()));
        refs.remove(ref);
      }
    }
    return new Activity(child, kind, on, at, refs, set(page), cell);
  }

  /** In a page the time of day stands among the ids, as it always has. */
  private static Set<String> refsAndTime(Activity done) {
    LocalTime at = done.at();
    if (at == null) {
      return done.refs();
    }
    Set<String> refs = new HashSet<>(done.refs());
    refs.add(TIME + at);
    return refs;
  }

  private static Set<String> set(PageReader page) {
    List<String> words = page.words();
    return words.isEmpty() ? Set.of() : Set.copyOf(words);
  }

  private static LocalDate day(PageReader page) {
    LocalDate day = page.day();
    if (day == null) {
      throw new IllegalStateException("a fact without its date");
    }
    return day;
  }
}
