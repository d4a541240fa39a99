package org.selfstab.document.chart;

import java.util.ArrayList;
import java.util.List;

/** The numbers of contour lines, along the lower edge of a window as far as lines come there, and none on another. */
public final class ContourNumbers {

    private static final double INSET = 0.035;

    /** Room that a number takes, in parts of the window. */
    private static final double WIDTH = 0.12;

    private static final double HEIGHT = 0.045;

    private final Range xs;
    private final Range ys;
    private final List<Figure.Note> notes = new ArrayList<>();

    public ContourNumbers(Range xs, Range ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** Numbers a line, if there is room for it. */
    public void add(double level, Points line) {
        int best = -1;
        for (int i = 0; i < line.size(); i++) {
            if (line.isFinite(i) && isFree(part(line.x(i), xs), part(line.y(i), ys))) {
                best = best < 0 || cost(line, i) < cost(line, best) ? i : best;
            }
        }
        if (best >= 0) {
            notes.add(new Figure.Note(TickFormat.rough(level), line.x(best), line.y(best)));
        }
    }

    /** The lowest place, and of places equally low the one on the left. */
    private double cost(Points line, int i) {
        return part(line.y(i), ys) + 0.02 * part(line.x(i), xs);
    }

    private boolean isFree(double x, double y) {
        boolean inside = x > WIDTH / 2 && x < 1 - WIDTH / 2 && y > INSET && y < 1 - INSET;
        return inside
                && notes.stream()
                        .noneMatch(note ->
                                Math.abs(part(note.x(), xs) - x) < WIDTH && Math.abs(part(note.y(), ys) - y) < HEIGHT);
    }

    private static double part(double value, Range of) {
        return (value - of.low()) / of.length();
    }

    public List<Figure.Note> notes() {
        return List.copyOf(notes);
    }
}
