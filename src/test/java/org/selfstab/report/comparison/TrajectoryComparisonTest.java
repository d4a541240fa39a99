package org.selfstab.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Series;

/** Of several optimizers the sharpness is drawn in units of the theory, each about its own edge. */
class TrajectoryComparisonTest {

    @TempDir
    private Path folder;

    /** At t = 0 and 1 the sharpness is 0 and 2 units of {@code eps/a = 1/20} above an edge. */
    private SavedOutput output(String name, String optimizer, double edge, String more, double sharpest)
            throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Files.writeString(
                place.resolve("trajectory.csv"),
                "t,sharpness,loss,x\n0," + (sharpest - 0.1) + ",0,0\n1," + sharpest + ",0,0\n");
        return SavedOutput.read(Files.writeString(place.resolve("summary.json"), """
                {"schema": "selfstab/verification/1", "epsilon": 0.02, "growth_rate": 0.4, "drift_rate": 0.4,
                 "edge": %s, %s "run": {"problem": {"optimizer": "%s"}}}
                """.formatted(edge, more, optimizer)));
    }

    private static Optional<Figure> rescaled(SavedOutput first, SavedOutput second, SavedOutput... beside)
            throws IOException {
        return TrajectoryComparison.figures(first, second, List.of(beside)).figures().stream()
                .filter(figure -> figure.name().equals("rescaled"))
                .findFirst();
    }

    /** Under weight decay the iterates' sharpness is that of the penalised loss, and so is the edge. */
    @Test
    void eachIsAboutItsOwnEdge() throws IOException {
        Figure figure = rescaled(
                        output("a", "gradient descent", 4, "", 4.1),
                        output("b", "heavy ball", 10, "", 10.1),
                        output("c", "Nesterov", 5, "\"decay\": {\"penalised\": {\"edge\": 5.5}},", 5.6))
                .orElseThrow();

        assertThat(figure.series()).map(Series::label).containsExactly("gradient descent", "heavy ball", "Nesterov");
        for (Series series : figure.series()) {
            assertThat(series.points().xs()).containsExactly(0, 0.02);
            assertThat(series.points().ys()).containsExactly(new double[] {0, 2}, within(1e-12));
        }
    }

    @Test
    void optimizersOfOneNameAreToldApartByTheirEdges() throws IOException {
        SavedOutput first = output("a", "linear optimizer", 4, "", 4.1);

        assertThat(rescaled(first, output("b", "linear optimizer", 10, "", 10.1))
                        .orElseThrow()
                        .series())
                .map(Series::label)
                .containsExactly("linear optimizer, S_c = 4.000", "linear optimizer, S_c = 10.00");
        assertThat(rescaled(first, output("c", "linear optimizer", 4, "", 4.1))).isEmpty();
    }
}
