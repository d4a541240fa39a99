package org.selfstab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;

/**
 * What people read of a result, in whatever form: the renderers of this package write it as text, LaTeX, Markdown, CSV or a page.
 *
 * @param title the title
 * @param summary what was found, in one sentence
 * @param status the verdict on the whole; empty where there is none
 * @param facts names and values, at the top
 * @param notes sentences that a reader should know
 * @param figures the figures, which only pages show
 * @param panel what a reader may play with, which only pages show; empty where there is nothing
 * @param tables the tables; the first is the one that CSV holds
 * @param evidence what all of it rests on
 */
public record Document(
        String title,
        String summary,
        Optional<Cell> status,
        List<Fact> facts,
        List<String> notes,
        FigureSet figures,
        Optional<Panel> panel,
        List<Table> tables,
        String evidence) {

    public Document {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** A name and its value. */
    public record Fact(String name, Cell value) {

        /** A name and what is said in words. */
        public static Fact of(String name, String words) {
            return new Fact(name, Cell.words(words));
        }

        Fact reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
            return name.equals("source") ? this : new Fact(words.apply(name), value.reworded(formulas, words));
        }
    }

    /** The tables that are not for pages alone. */
    List<Table> tablesEverywhere() {
        return tables.stream()
                .filter(table -> table.place() == Table.Place.EVERYWHERE)
                .toList();
    }

    /**
     * This in other words, but for its title and its source.
     *
     * @param formulas of a formula
     * @param words of a sentence with formulas
     */
    public Document reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
        String own = title + ": ";
        return new Document(
                title,
                summary.startsWith(own) ? own + words.apply(summary.substring(own.length())) : words.apply(summary),
                status,
                facts.stream().map(fact -> fact.reworded(formulas, words)).toList(),
                notes.stream().map(words).toList(),
                figures.reworded(words),
                panel,
                tables.stream().map(table -> table.reworded(formulas, words)).toList(),
                evidence);
    }

    /** This in the formulas of an optimizer, likewise; in those it has already it stays as it is. */
    public Document reworded(EdgeWording wording) {
        return reworded(wording::of, wording::of);
    }

    /** This with another title. */
    public Document titled(String other) {
        return new Document(other, summary, status, facts, notes, figures, panel, tables, evidence);
    }

    /** This with more facts, after its own. */
    public Document with(List<Fact> more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        return new Document(title, summary, status, all, notes, figures, panel, tables, evidence);
    }

    /** This with one more table. */
    public Document with(Table table) {
        List<Table> all = new ArrayList<>(tables);
        all.add(table);
        return new Document(title, summary, status, facts, notes, figures, panel, all, evidence);
    }

    /** This with figures. */
    public Document with(FigureSet others) {
        return new Document(title, summary, status, facts, notes, others, panel, tables, evidence);
    }

    /** This with a panel. */
    public Document with(Panel other) {
        return new Document(title, summary, status, facts, notes, figures, Optional.of(other), tables, evidence);
    }

    /** Collects what a document says, in the order in which it is read. */
    public static final class Builder {

        private final String title;
        private final String summary;
        private Optional<Cell> status = Optional.empty();
        private final List<Fact> facts = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private FigureSet figures = FigureSet.NONE;

        /** Begins a document. */
        public Builder(String title, String summary) {
            this.title = title;
            this.summary = summary;
        }

        public Builder status(Verdict.Status verdict) {
            return status(Cell.status(verdict));
        }

        public Builder status(Cell word) {
            status = Optional.of(word);
            return this;
        }

        public Builder fact(String name, String words) {
            return fact(name, Cell.words(words));
        }

        public Builder fact(String name, Cell value) {
            return fact(new Fact(name, value));
        }

        public Builder fact(Fact fact) {
            facts.add(fact);
            return this;
        }

        public Builder facts(List<Fact> more) {
            facts.addAll(more);
            return this;
        }

        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        public Builder table(Table table) {
            tables.add(table);
            return this;
        }

        public Builder figures(FigureSet set) {
            figures = set;
            return this;
        }

        /** The document. */
        public Document restingOn(String evidence) {
            return new Document(title, summary, status, facts, notes, figures, Optional.empty(), tables, evidence);
        }
    }
}
