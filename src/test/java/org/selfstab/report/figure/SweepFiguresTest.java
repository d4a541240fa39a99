package org.selfstab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.HandmadeSweep;
import org.selfstab.Problems;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Cells;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Drawing;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureDrawer;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.ValuePanel;
import org.selfstab.document.chart.ValueScale;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.Spacing;

/** What figures of a sweep show: cells at their places, a colour for each value, and marks that tell verdicts without colour. */
class SweepFiguresTest {

    private static final GridAxis ZETA = HandmadeSweep.axis("zeta", Spacing.LINEAR, 3);
    private static final GridAxis EPSILON = HandmadeSweep.axis("epsilon", Spacing.LOG, 4);

    private static FigureSet figures(GridAxis... axes) {
        return SweepFigures.of(HandmadeSweep.over(Problems.valley("1", "1/100"), axes));
    }

    private static List<Cells.Patch> cells(Figure figure) {
        return figure.cells().patches().stream()
                .filter(patch -> patch.corners().size() > 0)
                .toList();
    }

    private static int count(Points points) {
        return (int) IntStream.range(0, points.size()).filter(points::isFinite).count();
    }

    private static Series marks(Figure figure, Role role) {
        return figure.series().stream()
                .filter(series -> series.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** The prediction is 1.1 times the first parameter: straight lines across, at round numbers. */
    @Test
    void theMapOfSettlingSharpnessHasThePredictionsContours() {
        FigureSet set = SweepFigures.of(HandmadeSweep.settling(
                Problems.valley("1", "1/100"),
                (zeta, epsilon) -> zeta,
                HandmadeSweep.axis("zeta", Spacing.LINEAR, 5),
                EPSILON));

        assertThat(set.figures()).hasSize(1);
        Figure map = set.figures().get(0);
        List<Series> lines = map.series().stream()
                .filter(series -> series.role() == Role.SOLUTION)
                .toList();
        assertThat(lines).hasSize(4);
        for (int k = 0; k < lines.size(); k++) {
            Points line = lines.get(k).points();
            for (int i = 0; i < line.size(); i++) {
                if (line.isFinite(i)) {
                    assertThat(line.y(i)).isEqualTo((k + 2) / 1.1, within(1e-12));
                }
            }
        }
        assertThat(lines.get(0).label()).contains("settling.predicted");
        assertThat(map.notes()).isNotEmpty();
        assertThat(set.omissions())
                .extracting(FigureSet.SkippedFigure::reason)
                .anyMatch(why -> why.contains("contours"));
    }

    /** Gamma is the second parameter's value less 2.5: six cells are on either side of a straight line up. */
    @Test
    void gammaHasAMapOfItsSign() {
        GridAxis other = HandmadeSweep.axis("momentum", Spacing.LINEAR, 4);
        FigureSet set = SweepFigures.of(
                HandmadeSweep.drift(Problems.valley("1", "1/100"), (zeta, momentum) -> momentum - 2.5, ZETA, other));

        assertThat(set.figures())
                .extracting(Figure::name)
                .containsExactly("sweep-drift-gamma", "sweep-sign-of-drift-gamma");
        Figure sign = set.figures().get(1);
        assertThat(sign.cells().patches()).extracting(Cells.Patch::label).containsExactly("damped", "growing");
        assertThat(sign.cells().patches())
                .extracting(patch -> count(patch.corners()))
                .containsExactly(24, 24);
        Points line = marks(sign, Role.SOLUTION).points();
        for (int i = 0; i < line.size(); i++) {
            assertThat(!line.isFinite(i) || Math.abs(line.x(i) - 2.5) < 1e-12).isTrue();
        }
        FigureSet positive = SweepFigures.of(
                HandmadeSweep.drift(Problems.valley("1", "1/100"), (zeta, momentum) -> momentum, ZETA, other));
        assertThat(positive.figures()).hasSize(1);
    }

    @Test
    void aHeatMapHasACellForEachValue() {
        FigureSet set = figures(ZETA, EPSILON);
        assertThat(set.figures()).extracting(Figure::name).containsExactly("sweep-size", "sweep-claim-size");
        Figure size = set.figures().get(0);
        assertThat(cells(size)).hasSize(11);
        assertThat(cells(size).stream()
                        .mapToInt(patch -> count(patch.corners()))
                        .sum())
                .isEqualTo(4 * 11);
        assertThat(cells(size).get(0).tone()).isEqualTo(new ValueScale.MapColour(0x440154));
        assertThat(cells(size).get(10).tone()).isEqualTo(new ValueScale.MapColour(0xFDE725));
        assertThat(size.caption()).contains("colours are logarithmic", "from 10 at zeta = 1, epsilon = 10 to 10¹¹ at");
    }

    @Test
    void theAxesAreSpacedAsTheGrid() {
        Figure size = figures(ZETA, EPSILON).figures().get(0);
        assertThat(size.y().label()).isEqualTo("zeta [linear]");
        assertThat(size.y().shown()).isEqualTo(new Range(0.5, 3.5));
        assertThat(size.x().label()).isEqualTo("epsilon [logarithmic]");
        assertThat(size.x().shown().low()).isCloseTo(Math.pow(10, -0.5), within(1e-12));
        assertThat(size.x().shown().high()).isCloseTo(Math.pow(10, 3.5), within(1e-8));
        Points last = cells(size).get(10).corners();
        assertThat(last.x(0)).isCloseTo(Math.pow(10, 2.5), within(1e-9));
        assertThat(last.x(1)).isCloseTo(Math.pow(10, 3.5), within(1e-8));
        assertThat(new double[] {last.y(0), last.y(2)}).containsExactly(2.5, 3.5);
    }

    @Test
    void theLegendNamesColoursAndMarks() {
        Figure size = figures(ZETA, EPSILON).figures().get(0);
        assertThat(size.cells().patches())
                .extracting(Cells.Patch::label)
                .filteredOn(label -> !label.isEmpty())
                .containsExactly("10¹¹", "3.162×10⁸", "10⁶", "3162", "10");
        assertThat(size.series())
                .extracting(Series::label)
                .containsExactlyInAnyOrder("undefined", "fails", "undecided", "not applicable");
    }

    @Test
    void verdictsAreToldByMarks() {
        for (Figure figure : figures(ZETA, EPSILON).figures()) {
            for (Role role : List.of(Role.FAILING, Role.UNDECIDED, Role.NOT_APPLICABLE)) {
                assertThat(count(marks(figure, role).points()))
                        .as(figure.name())
                        .isEqualTo(3);
            }
        }
        Figure size = figures(ZETA, EPSILON).figures().get(0);
        Points undefined = marks(size, Role.UNDEFINED).points();
        assertThat(undefined.xs()).containsExactly(1.0);
        assertThat(undefined.ys()).containsExactly(1.0);
        assertThat(marks(size, Role.FAILING).points().ys()).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void aHeatMapOfVerdictsHasAColourEach() {
        Figure claim = figures(ZETA, EPSILON).figures().get(1);
        assertThat(claim.title()).isEqualTo("claim size");
        assertThat(cells(claim))
                .extracting(Cells.Patch::label)
                .containsExactly("holds", "not applicable –", "undecided ○", "fails ×");
        assertThat(cells(claim)).extracting(Cells.Patch::tone).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTheSameEverywhereIsLeftOut() {
        assertThat(figures(ZETA, EPSILON).omissions())
                .containsExactly(
                        new FigureSet.SkippedFigure("A picture of condition.eigengap", "the same at all points"));
    }

    @Test
    void theReadoutTellsTheChosenPoint() {
        FigureSet set = figures(ZETA, EPSILON);
        ValuePanel readout = set.table().orElseThrow();
        assertThat(readout.chosen()).isEqualTo("point");
        assertThat(readout.steps()).hasSize(12);
        assertThat(readout.texts())
                .extracting(ValuePanel.Text::symbol)
                .containsExactly("zeta", "epsilon", "size", "condition.eigengap", "claim size");
        assertThat(readout.texts())
                .extracting(text -> text.values().get(5))
                .containsExactly("2", "10", "10⁵", "holds", "holds");
        assertThat(readout.texts().get(2).values().get(0)).isEmpty();
        assertThat(set.figures().get(0).tracks())
                .extracting(Cursor::told)
                .containsExactly("set_0", "set_1", "quantity_0");
    }

    @Test
    void overOneParameterThereIsACurve() {
        Figure curve = figures(EPSILON).figures().get(0);
        assertThat(curve.cells().isEmpty()).isTrue();
        assertThat(curve.x().scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
        Points line = marks(curve, Role.SWEPT).points();
        assertThat(line.xs()).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(Arrays.copyOfRange(line.ys(), 1, 4)).containsExactly(10.0, 100.0, 1000.0);
        assertThat(line.isFinite(0)).isFalse();
        double floor = marks(curve, Role.UNDEFINED).points().y(0);
        assertThat(curve.y().shown().contains(floor)).isTrue();
        assertThat(marks(curve, Role.UNDECIDED).points().ys()).containsExactly(100.0);
    }

    /** The points of a value of the first parameter follow those of the one before: 10 to 10^11 and 10^12 to 10^23. */
    @Test
    void overThreeParametersThereAreMapsForEachValueOfTheFirst() {
        FigureSet set = figures(HandmadeSweep.axis("eta", Spacing.LINEAR, 2), ZETA, EPSILON);

        assertThat(set.figures())
                .extracting(Figure::name)
                .containsExactly("sweep-1-size", "sweep-2-size", "sweep-1-claim-size", "sweep-2-claim-size");
        Figure first = set.figures().get(0);
        Figure second = set.figures().get(1);
        assertThat(second.title()).isEqualTo("size at eta = 2");
        assertThat(List.of(first, second)).allSatisfy(map -> {
            assertThat(map.y().label()).isEqualTo("zeta [linear]");
            assertThat(map.x().label()).isEqualTo("epsilon [logarithmic]");
            assertThat(map.tracks()).isEmpty();
        });
        assertThat(cells(first)).hasSize(11);
        assertThat(cells(second)).hasSize(12);
        assertThat(cells(first).get(0).tone()).isEqualTo(new ValueScale.MapColour(0x440154));
        assertThat(cells(second).get(11).tone()).isEqualTo(new ValueScale.MapColour(0xFDE725));
        assertThat(cells(first).get(10).tone())
                .isNotEqualTo(cells(second).get(11).tone());
        Points last = cells(second).get(11).corners();
        assertThat(new double[] {last.y(0), last.y(2)}).containsExactly(2.5, 3.5);
    }

    @Test
    void overMoreParametersThereIsNoFigure() {
        GridAxis two = HandmadeSweep.axis("eta", Spacing.LINEAR, 2);
        assertThat(figures(two, ZETA, EPSILON, HandmadeSweep.axis("momentum", Spacing.LINEAR, 2))
                        .omissions())
                .containsExactly(new FigureSet.SkippedFigure(
                        "Every figure", "the grid has 4 parameters, and up to three can be drawn"));
        assertThat(figures(HandmadeSweep.axis("eta", Spacing.LINEAR, 13), ZETA, EPSILON)
                        .omissions())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).contains("more than 12 values"));
    }

    @Test
    void ofAGridTooLargeToFollowNoPointIsChosen() {
        FigureSet set = figures(
                HandmadeSweep.axis("zeta", Spacing.LINEAR, 52), HandmadeSweep.axis("epsilon", Spacing.LINEAR, 50));
        assertThat(set.figures()).hasSize(2).allSatisfy(figure -> assertThat(figure.tracks())
                .isEmpty());
        assertThat(set.table()).isEmpty();
    }

    @Test
    void cellsAreDrawnAsOnePathForEachColour() {
        Figure claim = figures(ZETA, EPSILON).figures().get(1);
        Drawing drawing = FigureDrawer.draw(claim);
        assertThat(drawing.themed())
                .contains("fill:var(--ink-blue)", "fill:var(--ink-vermillion)", "fill:var(--ink-orange)");
        assertThat(drawing.png()).isNotEmpty();
        assertThat(FigureDrawer.draw(figures(ZETA, EPSILON).figures().get(0)).svg())
                .contains("fill:#440154", "fill:#fde725");
    }

    @Test
    void oneDecadeHasNumbersBetweenPowersOfTen() {
        Axis narrow = Axis.logarithmic("epsilon", "logarithmic", new Range(0.002, 0.007));
        assertThat(FigureDrawer.Ticks.areDecades(narrow)).isFalse();
        assertThat(FigureDrawer.Ticks.labels(narrow).apply(0.003)).isEqualTo("0.003");
        Axis wider = Axis.logarithmic("epsilon", "logarithmic", new Range(0.0011, 0.09));
        assertThat(FigureDrawer.Ticks.areDecades(wider)).isFalse();
        assertThat(FigureDrawer.Ticks.labels(wider).apply(0.03)).isBlank();
        assertThat(FigureDrawer.Ticks.labels(wider).apply(0.05)).isEqualTo("0.05");
        assertThat(FigureDrawer.Ticks.areDecades(Axis.logarithmic("epsilon", "logarithmic", new Range(0.001, 0.01))))
                .isTrue();
    }
}
