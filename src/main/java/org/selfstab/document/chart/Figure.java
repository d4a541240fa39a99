package org.selfstab.document.chart;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A figure as data: everything that its drawing shows.
 *
 * @param name its file's name without ending
 * @param title its title
 * @param caption what one should see, a sentence or two
 * @param shape its proportions
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param cells coloured areas below the series; none in most figures
 * @param series in the order in which they are drawn
 * @param notes words at points
 * @param tracks the points that follow the chosen step; empty for a figure without steps
 */
public record Figure(
        String name,
        String title,
        String caption,
        Shape shape,
        Axis x,
        Axis y,
        Cells cells,
        List<Series> series,
        List<Note> notes,
        List<Cursor> tracks) {

    public Figure {
        series = series.stream().filter(s -> !s.points().isEmpty()).toList();
        notes = List.copyOf(notes);
        tracks = List.copyOf(tracks);
    }

    /** A figure without cells. */
    public Figure(
            String name,
            String title,
            String caption,
            Shape shape,
            Axis x,
            Axis y,
            List<Series> series,
            List<Note> notes,
            List<Cursor> tracks) {
        this(name, title, caption, shape, x, y, Cells.NONE, series, notes, tracks);
    }

    /** This in other words. */
    Figure reworded(UnaryOperator<String> words) {
        return new Figure(
                name,
                words.apply(title),
                words.apply(caption),
                shape,
                new Axis(words.apply(x.quantity()), x.unit(), x.scale(), x.shown()),
                new Axis(words.apply(y.quantity()), y.unit(), y.scale(), y.shown()),
                cells,
                series.stream()
                        .map(each -> new Series(words.apply(each.label()), each.role(), each.points()))
                        .toList(),
                notes.stream()
                        .map(note -> new Note(words.apply(note.text()), note.x(), note.y()))
                        .toList(),
                tracks.stream()
                        .map(track ->
                                new Cursor(words.apply(track.label()), track.ink(), track.x(), track.y(), track.told()))
                        .toList());
    }

    /** The proportions of figures, in pixels; the legend of a plane stands beside it. */
    public enum Shape {
        /** Something over the steps. */
        COURSE(720, 420),
        /** Two coordinates of one kind. */
        PLANE(720, 520);

        private final int width;
        private final int height;

        Shape(int width, int height) {
            this.width = width;
            this.height = height;
        }

        /** The width in pixels. */
        public int width() {
            return width;
        }

        /** The height in pixels. */
        public int height() {
            return height;
        }
    }

    /**
     * A few words at a point of a figure.
     *
     * @param text the words
     * @param x the point's abscissa
     * @param y the point's ordinate
     */
    public record Note(String text, double x, double y) {}
}
