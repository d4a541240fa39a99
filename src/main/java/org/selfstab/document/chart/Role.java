package org.selfstab.document.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import java.awt.BasicStroke;

/** What a series stands for, which decides its look; the same in every figure. */
public enum Role {
    /** Exact iterates: one dot a step. */
    EXACT(Palette.BLUE, Line.NONE, Mark.DOT),
    /** Exact iterates as a path. */
    EXACT_PATH(Palette.BLUE, Line.HAIR, Mark.DOT),
    /** Exact iterates with a second step size. */
    EXACT_SECOND(Palette.VERMILLION, Line.NONE, Mark.SPECK),
    /** Exact iterates with a third step size. */
    EXACT_THIRD(Palette.GREEN, Line.NONE, Mark.SPECK),
    /** Exact iterates with a fourth step size. */
    EXACT_FOURTH(Palette.ORANGE, Line.NONE, Mark.SPECK),
    /** Exact iterates with a fifth step size. */
    EXACT_FIFTH(Palette.PURPLE, Line.NONE, Mark.SPECK),
    /** The constrained trajectory. */
    CONSTRAINED(Palette.GREEN, Line.THICK, Mark.NONE),
    /** The constrained trajectory in a plane, where it may stay at one point. */
    CONSTRAINED_PATH(Palette.GREEN, Line.THICK, Mark.DIAMOND),
    /** What the theory predicts. */
    PREDICTED(Palette.VERMILLION, Line.DASHED, Mark.NONE),
    /** The same of odd steps, where even ones are another curve. */
    PREDICTED_ODD(Palette.VERMILLION, Line.DOTTED, Mark.NONE),
    /** What the theory predicts, where a line would hide the rest. */
    PREDICTED_PLACE(Palette.VERMILLION, Line.NONE, Mark.RING),
    /** The same where places are too many for rings. */
    PREDICTED_DOT(Palette.VERMILLION, Line.NONE, Mark.SPECK),
    /** The central flow. */
    FLOW(Palette.PURPLE, Line.THICK, Mark.NONE),
    /** A mean over a window. */
    MEAN(Palette.ORANGE, Line.LONG_DASHES, Mark.NONE),
    /** A value that the theory names, as 2/eta. */
    REFERENCE(Palette.TEXT, Line.DASH_DOT, Mark.NONE),
    /** A second such value. */
    SECOND_REFERENCE(Palette.TEXT, Line.DOTTED, Mark.NONE),
    /** A level set. */
    LEVEL(Palette.LEVEL, Line.HAIR, Mark.NONE),
    /** A solution of an equation. */
    SOLUTION(Palette.TEXT, Line.SOLID, Mark.NONE),
    /** Iterates in the first stage. */
    PROGRESSIVE_SHARPENING(Palette.SKY, Line.NONE, Mark.DISK),
    /** Iterates in the second stage. */
    BLOW_UP(Palette.ORANGE, Line.NONE, Mark.TRIANGLE),
    /** Iterates in the third stage. */
    SELF_STABILIZATION(Palette.VERMILLION, Line.NONE, Mark.SQUARE),
    /** Iterates in the fourth stage. */
    RETURN_TO_STABILITY(Palette.GREEN, Line.NONE, Mark.DIAMOND),
    /** Measured points that a line is fitted to. */
    MEASURED(Palette.BLUE, Line.NONE, Mark.DISK),
    /** More such points of another quantity. */
    MEASURED_SECOND(Palette.VERMILLION, Line.NONE, Mark.SQUARE),
    /** More such points of a third quantity. */
    MEASURED_THIRD(Palette.GREEN, Line.NONE, Mark.DIAMOND),
    /** More such points of a fourth quantity. */
    MEASURED_FOURTH(Palette.ORANGE, Line.NONE, Mark.TRIANGLE),
    /** More such points of a fifth quantity. */
    MEASURED_FIFTH(Palette.PURPLE, Line.NONE, Mark.RING),
    /** A quantity over a parameter. */
    SWEPT(Palette.BLUE, Line.SOLID, Mark.DISK),
    /** Places where there is no value. */
    UNDEFINED(Palette.FRAME, Line.NONE, Mark.BOX),
    /** Places where a claim fails. */
    FAILING(Palette.TEXT, Line.NONE, Mark.CROSS),
    /** Places where a claim is undecided. */
    UNDECIDED(Palette.TEXT, Line.NONE, Mark.CIRCLE),
    /** Places where a claim says nothing. */
    NOT_APPLICABLE(Palette.TEXT, Line.NONE, Mark.DASH);

    private final Palette ink;
    private final Line line;
    private final Mark mark;

    Role(Palette ink, Line line, Mark mark) {
        this.ink = ink;
        this.line = line;
        this.mark = mark;
    }

    /** The colour. */
    public Palette ink() {
        return ink;
    }

    Line line() {
        return line;
    }

    Mark mark() {
        return mark;
    }

    /** The lines of series. */
    enum Line {
        NONE(0f),
        HAIR(0.8f),
        SOLID(1.4f),
        THICK(2.2f),
        DASHED(1.5f, 6f, 3f),
        LONG_DASHES(2f, 12f, 4f),
        DASH_DOT(1.2f, 8f, 3f, 1.5f, 3f),
        DOTTED(1.3f, 1.5f, 3f);

        private final float width;
        private final ImmutableList<Float> dashes;

        Line(float width, Float... dashes) {
            this.width = width;
            this.dashes = ImmutableList.copyOf(dashes);
        }

        boolean isDrawn() {
            return width > 0;
        }

        BasicStroke stroke() {
            return new BasicStroke(
                    width,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    10f,
                    dashes.isEmpty() ? null : Floats.toArray(dashes),
                    0f);
        }
    }
}
