package org.selfstab.document.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The figures of a report.
 *
 * @param figures those that make sense, in their order
 * @param omissions those that do not, and why
 * @param table what the figures' tracks follow; empty for figures without tracks
 * @param notes what a reader should know of all of them
 */
public record FigureSet(
        List<Figure> figures, List<SkippedFigure> omissions, Optional<ValuePanel> table, List<String> notes) {

    /** No figures. */
    public static final FigureSet NONE = new FigureSet(List.of(), List.of(), Optional.empty(), List.of());

    public FigureSet {
        figures = List.copyOf(figures);
        omissions = List.copyOf(omissions);
        notes = List.copyOf(notes);
    }

    /** These without something that they would have shown. */
    public FigureSet without(String title, String reason) {
        List<SkippedFigure> more = new ArrayList<>(omissions);
        more.add(new SkippedFigure(title, reason));
        return new FigureSet(figures, more, table, notes);
    }

    /** These in other words. */
    public FigureSet reworded(UnaryOperator<String> words) {
        return new FigureSet(
                figures.stream().map(figure -> figure.reworded(words)).toList(),
                omissions,
                table.map(panel -> panel.reworded(words)),
                notes.stream().map(words).toList());
    }

    /** Collects figures and omissions. */
    public static final class Collector {

        private final List<Figure> figures = new ArrayList<>();
        private final List<SkippedFigure> omissions = new ArrayList<>();

        public void add(Figure figure) {
            figures.add(figure);
        }

        public void omit(String title, String reason) {
            omissions.add(new SkippedFigure(title, reason));
        }

        public void addOrOmit(Optional<Figure> figure, String title, String reason) {
            figure.ifPresentOrElse(this::add, () -> omit(title, reason));
        }

        /** Whether there is no figure so far. */
        public boolean isEmpty() {
            return figures.isEmpty();
        }

        public FigureSet collected(Optional<ValuePanel> table, List<String> notes) {
            return new FigureSet(figures, omissions, table, notes);
        }
    }

    /**
     * A figure that was left out.
     *
     * @param title what it would have shown
     * @param reason why it makes no sense here
     */
    public record SkippedFigure(String title, String reason) {}
}
