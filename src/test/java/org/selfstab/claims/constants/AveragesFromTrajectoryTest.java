package org.selfstab.claims.constants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.RunRecords;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.comparison.OdeComparer;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.report.TrajectoryCsv;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;

/** The averages (27) of {@code verify} and {@code ode} are a reader's own sums over {@code trajectory.csv}, as theory.md section 7 defines them. */
class AveragesFromTrajectoryTest {

    private static final double TOLERANCE = 1e-12;

    @TempDir
    private Path folder;

    /** One step of the file, with what is averaged. */
    private record Row(double phase, double xSquared, double elevation, double deltaSquared) {

        static Row of(CSVRecord row, double eta) {
            double alpha = number(row, "alpha");
            double beta = number(row, "beta");
            double x = number(row, "x");
            double deltaSquared = 2 * alpha / beta;
            return new Row(
                    Math.atan2(
                            number(row, "y") / Math.sqrt(alpha),
                            Math.sqrt(2) * Math.log(Math.abs(x) / Math.sqrt(deltaSquared))),
                    x * x,
                    eta * (number(row, "loss") - number(row, "loss_dagger")),
                    deltaSquared);
        }

        private static double number(CSVRecord row, String column) {
            return Double.parseDouble(row.get(column));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-2, 520", "1/2, 1e-2, 400", "1, 1e-2, 900", "1, 1e-3, 1600", "1/2, 1e-4, 2000", "2, 1e-3, 1100"})
    void aReadersOwnSumsAgree(String z, String e, int horizon) throws IOException {
        Problem problem = Problems.valley(z, e);
        RunOptions options = new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(horizon));
        CompiledBackend backend = new CompiledBackend();
        double eta = backend.valueOf(problem.stepSize()).getReal();
        PeriodAveragesAccumulator<Binary64> averages =
                new PeriodAveragesAccumulator<>(Model.of(problem, DerivedLoss.of(problem), backend));
        OdeComparer<Binary64> ode = new OdeComparer<>(Model.of(problem, DerivedLoss.of(problem), backend));
        try (TrajectoryCsv<Binary64> csv = new TrajectoryCsv<>(folder, problem.variables(), backend)) {
            Problems.verify(problem, backend, options, List.of(csv, averages, ode));
            csv.complete(RunRecords.any());
        }
        PeriodAverages found = averages.result().orElseThrow();

        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(folder.resolve(TrajectoryCsv.FILE_NAME)))) {
            parser.forEach(row -> rows.add(Row.of(row, eta)));
        }
        double end = endOfLastPeriod(rows);
        double xSquared = 0;
        double elevation = 0;
        double deltaSquared = 0;
        for (int t = 1; t - 1 < end; t++) {
            Row from = rows.get(t - 1);
            Row to = rows.get(t);
            double part = Math.min(1, end - (t - 1));
            xSquared += part * (from.xSquared + part / 2 * (to.xSquared - from.xSquared));
            elevation += part * (from.elevation + part / 2 * (to.elevation - from.elevation));
            deltaSquared += part * (from.deltaSquared + part / 2 * (to.deltaSquared - from.deltaSquared));
        }
        assertThat(found.duration()).isCloseTo(end, within(TOLERANCE * end));
        assertThat(found.oscillation()).isCloseTo(xSquared / deltaSquared, within(TOLERANCE));
        assertThat(found.lossElevation()).isCloseTo(elevation / deltaSquared, within(TOLERANCE));
        OdeComparison comparison = ode.comparison();
        assertThat(comparison.quantity("mean_x2_over_delta2").observed().orElseThrow())
                .isCloseTo(xSquared / deltaSquared, within(TOLERANCE));
        assertThat(comparison.quantity("mean_loss_over_delta2_eta").observed().orElseThrow())
                .isCloseTo(elevation / deltaSquared, within(TOLERANCE));
    }

    /** Where the angle, which falls, has last gone through its value at t = 0 after a whole turn. */
    private static double endOfLastPeriod(List<Row> rows) {
        double turned = 0;
        double end = 0;
        int periods = 0;
        for (int t = 1; t < rows.size(); t++) {
            double step = rows.get(t - 1).phase - rows.get(t).phase;
            step -= 2 * Math.PI * Math.rint(step / (2 * Math.PI));
            if (turned + step >= 2 * Math.PI * (periods + 1)) {
                periods++;
                end = t - 1 + (2 * Math.PI * periods - turned) / step;
            }
            turned += step;
        }
        return end;
    }
}
