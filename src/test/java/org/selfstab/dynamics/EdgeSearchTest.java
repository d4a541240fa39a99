package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.geometry.NearestPointProjection;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;

class EdgeSearchTest {

    private static final CompiledBackend BACKEND = new CompiledBackend();

    private static Problem problem(String loss, String eta, String x, String y) {
        return Problems.inPlane(loss, eta, x, y).problem();
    }

    private static Problem valleyFromBelow() {
        return problem("(y + x)*x^2/2 - (x + y)/100", "3/10", "1/20", "65/10");
    }

    private static LinearModel<Binary64> model(Problem problem) {
        return LinearModel.of(problem, Problems.derivatives(problem), BACKEND);
    }

    private static StableSetProjection<Binary64> projection(LinearModel<Binary64> model) {
        return new NearestPointProjection<>(model.geometry(), model.edge());
    }

    private static EdgeSearch.Outcome<Binary64> search(Problem problem, int maxSteps) {
        LinearModel<Binary64> model = model(problem);
        return new EdgeSearch<>(model, projection(model), maxSteps, step -> {}).search();
    }

    private static RunEnd endOf(EdgeSearch.Outcome<Binary64> outcome) {
        assertThat(outcome).isInstanceOf(EdgeSearch.Outcome.NotReached.class);
        return ((EdgeSearch.Outcome.NotReached<Binary64>) outcome).end();
    }

    /** Every iterate is projected, near the edge or not: the search must find the first one whose projection is on the boundary. */
    @Test
    void findsTheFirstIterateWhoseProjectionIsOnTheBoundary() {
        LinearModel<Binary64> model = model(valleyFromBelow());
        StableSetProjection<Binary64> projection = projection(model);
        Descent<Binary64> descent = model.descent(model.start());
        int first = 0;
        while (!projection
                .project(descent.iterate(), SignConvention.largestComponentPositive())
                .onBoundary()) {
            descent.step();
            first++;
        }

        EdgeSearch.Outcome<Binary64> outcome = search(valleyFromBelow(), 1000);

        assertThat(first).isGreaterThan(10);
        assertThat(outcome)
                .isEqualTo(new EdgeSearch.Outcome.Reached<>(
                        first, descent.iterate(), Optional.of(descent.state()), Optional.empty()));
    }

    @Test
    void theStartItselfCanBeAtTheEdge() {
        assertThat(search(Problems.valley("1", "1e-2"), 10))
                .isInstanceOfSatisfying(EdgeSearch.Outcome.Reached.class, reached -> assertThat(reached.step())
                        .isZero());
    }

    @Test
    void aLimitBelowTheEdgesStepIsAnAnswer() {
        EdgeSearch.Outcome<Binary64> outcome = search(valleyFromBelow(), 10);

        assertThat(endOf(outcome)).isInstanceOfSatisfying(RunEnd.EdgeNeverReached.class, end -> {
            assertThat(end.steps()).isEqualTo(10);
            assertThat(end.threshold()).isCloseTo(20.0 / 3.0, within(1e-15));
            assertThat(end.largestSharpness()).isBetween(6.5, 20.0 / 3.0 + 0.2);
        });
    }

    /** Converged descent comes back to its iterates, and the search says from which step on none is new. */
    @Test
    void tellsFromWhichStepOnNoIterateIsNew() {
        RunEnd end = endOf(search(problem("x^2/2 + (y - 1)^2/4 + x^4", "1/2", "1/3", "2"), 100_000));
        assertThat(end).isInstanceOfSatisfying(RunEnd.EdgeNeverReached.class, never -> {
            assertThat(never.steps()).isEqualTo(100_000);
            assertThat(never.recurredAt())
                    .hasValueSatisfying(step -> assertThat(step).isBetween(10, 10_000));
        });
        assertThat(end.description()).contains("the optimizer came back to an earlier one in every digit");
    }

    /** The sharpness of (b tanh a - 2)^2/2 by brute force over the iterates. */
    @Test
    void neverReachingTheEdgeNamesTheLargestSharpnessAndItsStep() {
        Problem flat = problem("(y*tanh(x) - 2)^2/2", "1/10", "1/10", "1/10");
        LinearModel<Binary64> model = model(flat);
        Descent<Binary64> descent = model.descent(model.start());
        List<Double> sharpness = new ArrayList<>();
        for (int step = 0; step <= 300; step++) {
            sharpness.add(model.geometry()
                    .eigensystem(model.loss().at(descent.iterate()))
                    .top()
                    .getReal());
            descent.step();
        }
        double largest = sharpness.stream().max(Double::compare).orElseThrow();

        assertThat(endOf(search(flat, 300)))
                .isEqualTo(new RunEnd.EdgeNeverReached(300, largest, sharpness.indexOf(largest), 20.0));
        assertThat(endOf(search(flat, 300)).description())
                .isEqualTo(
                        "the edge of stability was not reached in 300 steps: the largest sharpness seen is "
                                + largest + " at step " + sharpness.indexOf(largest)
                                + ", and the edge is at 20.0; selfstab explore shows which step sizes meet the edge from this start");
    }

    @Test
    void divergenceNamesItsStep() {
        RunEnd end = endOf(search(problem("11*x^2 + y^2", "1/10", "1", "2"), 100_000));

        // |x_t| = 1.2^t passes 1e154, whose square overflows, at t = 1945
        assertThat(end).isInstanceOfSatisfying(RunEnd.Diverged.class, diverged -> {
            assertThat(diverged.step()).isBetween(1930, 1946);
            assertThat(diverged.previousNorm()).isBetween(1e152, 1e154);
        });
    }

    @Test
    void moreDigitsDivergeAtDoublesRangeToo() {
        Problem problem = problem("11*x^2 + y^2", "1/10", "1", "2");
        DecimalBackend decimal = new DecimalBackend(20);
        var model = LinearModel.of(problem, Problems.derivatives(problem), decimal);
        var projection = new NearestPointProjection<>(model.geometry(), model.edge());

        assertThat(new EdgeSearch<>(model, projection, 100_000, step -> {}).search())
                .isInstanceOfSatisfying(EdgeSearch.Outcome.NotReached.class, notReached -> assertThat(notReached.end())
                        .isInstanceOf(RunEnd.Diverged.class));
    }

    /** A quadratic above the edge has no boundary to project onto; it must not be told that its sharpness stays below. */
    @Test
    void sharpnessAboveTheEdgeWithoutABoundaryIsNotCalledBelow() {
        RunEnd end = endOf(search(problem("11*x^2 + y^2", "1/10", "1", "2"), 100));

        assertThat(end.description())
                .startsWith(
                        "the edge of stability was not reached in 100 steps: the iterates' own sharpness exceeds the edge's, 20.0,"
                                + " with 22.0 at step 0, but")
                .contains("or there is no such point", "selfstab explore");
    }

    @Test
    void leavingTheDomainIsNotCalledDivergence() {
        RunEnd end = endOf(search(problem("sqrt(x) + y^2", "1/10", "1/100", "1"), 100));

        assertThat(end).isInstanceOfSatisfying(RunEnd.LeftDomain.class, left -> {
            assertThat(left.step()).isEqualTo(1);
            assertThat(left.norm()).isLessThan(2);
        });
    }

    @Test
    void everyStepIsReported() {
        List<Integer> steps = new ArrayList<>();
        LinearModel<Binary64> model = model(valleyFromBelow());
        new EdgeSearch<>(model, projection(model), 5, steps::add).search();

        assertThat(steps).containsExactly(0, 1, 2, 3, 4, 5);
    }

    /** Both descents do the same operations in the same order, but for the order of sums in the compiled gradient. */
    @Test
    void compiledAndGenericDescentAgreeToRounding() {
        Problem problem = Problems.diskValley("1e-3");
        LinearModel<Binary64> model = model(problem);
        Descent<Binary64> compiled = model.descent(model.start());
        Descent<Binary64> generic = new FieldModel<>(
                        problem, new CompiledBackend(), model.loss(), new DoubleEigensolver())
                .descent(model.start());
        for (int step = 0; step < 50; step++) {
            compiled.step();
            generic.step();
            assertClose(compiled.iterate(), generic.iterate(), step);
        }
    }

    private static void assertClose(FieldVector<Binary64> left, FieldVector<Binary64> right, int step) {
        for (int i = 0; i < left.getDimension(); i++) {
            double value = left.getEntry(i).getReal();
            assertThat(right.getEntry(i).getReal())
                    .as("coordinate %d after %d steps", i, step + 1)
                    .isCloseTo(value, within(Math.ulp(value)));
        }
    }

    /** t = 0 is the first iterate whose projection lies on the boundary, whatever its own sharpness. */
    @ParameterizedTest
    @ValueSource(strings = {"edge-refuted-wrongly", "edge-late"})
    void theStartIsAtTheEdgeIfItsProjectionIs(String name) {
        Problem problem = Problems.read("nearest/" + name + ".toml");
        LinearModel<Binary64> model = model(problem);

        assertThat(new EdgeSearch<>(model, model.projection(ProjectionMethod.EXACT), 50, step -> {}).search())
                .isEqualTo(new EdgeSearch.Outcome.Reached<>(
                        0, model.start(), Optional.of(List.of(model.start())), Optional.empty()));
    }

    /** Every iterate before the edge is projected inside from many starts, also where the search followed the one before. */
    @Test
    void followingTheProjectionFindsWhatManyStartsFind() {
        Problem tanh = ProblemReader.read(Path.of("examples/networks/single-neuron.toml"))
                .problem();
        LinearModel<Binary64> model = model(tanh);
        StableSetProjection<Binary64> projection = model.projection(ProjectionMethod.EXACT);
        Descent<Binary64> descent = model.descent(model.start());
        int step = ((EdgeSearch.Outcome.Reached<Binary64>)
                        new EdgeSearch<>(model, projection, tanh.run().maxSteps(), done -> {}).search())
                .step();
        for (int i = 0; i < step; i++) {
            if (i % Math.max(1, step / 20) == 0) {
                assertThat(projection
                                .project(descent.iterate(), SignConvention.largestComponentPositive())
                                .onBoundary())
                        .isFalse();
            }
            descent.step();
        }
    }

    @Test
    void aProjectionThatFailsIsReportedAndNotTakenForNo() {
        LinearModel<Binary64> model = model(valleyFromBelow());
        StableSetProjection<Binary64> exact = projection(model);
        // The stable set of a quadratic above the edge is empty.
        StableSetProjection<Binary64> failing = new NearestPointProjection<>(
                model(problem("11*x^2 + y^2", "1/10", "1", "2")).geometry(), model.edge());
        StableSetProjection<Binary64> thirdFails = new StableSetProjection<>() {
            private int calls;

            @Override
            public Projection<Binary64> project(FieldVector<Binary64> theta, SignConvention<Binary64> orientation) {
                calls++;
                return (calls == 3 ? failing : exact).project(theta, orientation);
            }
        };

        EdgeSearch.Outcome<Binary64> outcome = new EdgeSearch<>(model, thirdFails, 1000, step -> {}).search();

        assertThat(outcome).isInstanceOf(EdgeSearch.Outcome.Reached.class);
        assertThat(outcome.failure().orElseThrow().step()).isEqualTo(2);
        assertThat(outcome.failure().orElseThrow().description())
                .startsWith("whether the edge is reached earlier is not known: the projection of step 2 failed: ");
    }
}
