package org.selfstab.document;

import java.util.List;
import java.util.Optional;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Omission;
import org.selfstab.document.chart.ValuePanel;

/**
 * What a page shows, as plain text: whatever makes HTML of it escapes it.
 *
 * @param title the title
 * @param status the verdict on the whole; empty where there is none
 * @param facts names and values, at the top
 * @param notes sentences that a reader should know
 * @param figures the figures, in their order
 * @param omissions figures that make no sense here, and why
 * @param numbers what the figures' tracks follow; empty for figures without tracks
 * @param tables the tables
 * @param evidence what all of it rests on
 */
public record Document(
        String title,
        Optional<Cell> status,
        List<Fact> facts,
        List<String> notes,
        List<Figure> figures,
        List<Omission> omissions,
        Optional<ValuePanel> numbers,
        List<Table> tables,
        String evidence) {

    public Document {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        figures = List.copyOf(figures);
        omissions = List.copyOf(omissions);
        tables = List.copyOf(tables);
    }

    /** This with other facts. */
    public Document with(List<Fact> others) {
        return new Document(title, status, others, notes, figures, omissions, numbers, tables, evidence);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}
}
