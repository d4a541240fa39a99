package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.RunRecords;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.report.TrajectoryCsv;
import org.selfstab.run.RunOptions;

/**
 * Whole trajectories against those of an independent implementation, to 1e-9 of each column's largest magnitude: x and y cross zero,
 * where no relative error of their own is possible.
 */
class ReferenceTrajectoriesTest {

    private static final Path REFERENCE = Path.of("src/test/resources/reference");

    private static final double TOLERANCE = 1e-9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"valley-z0-e1e-2.csv, 0, 1e-2", "valley-z1-e1e-2.csv, 1, 1e-2"})
    void valley(String file, String z, String e) throws IOException {
        assertSameTrajectory(REFERENCE.resolve(file), Problems.valley(z, e));
    }

    @Test
    void diskValley() throws IOException {
        assertSameTrajectory(REFERENCE.resolve("valley2d-e1e-3.csv"), Problems.diskValley("1e-3"));
    }

    /** The first two rows of valley-z1-e1e-2.csv, to more digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.07071067811865475, 6.666666666666667, 0.0015008445482865618, 6.6621637951416535",
        "1, -0.06996067811865475, 6.668916666666667, 0.001500844548286862, 6.6621637951416535",
    })
    void excerpt(int t, double thetaX, double thetaY, double daggerX, double daggerY) throws IOException {
        CSVRecord row = ours(Problems.valley("1", "1e-2")).get(t);
        assertThat(Double.parseDouble(row.get("theta_x"))).isCloseTo(thetaX, within(1e-12));
        assertThat(Double.parseDouble(row.get("theta_y"))).isCloseTo(thetaY, within(1e-12));
        assertThat(Double.parseDouble(row.get("dagger_x"))).isCloseTo(daggerX, within(1e-12));
        assertThat(Double.parseDouble(row.get("dagger_y"))).isCloseTo(daggerY, within(1e-12));
    }

    private void assertSameTrajectory(Path referenceFile, Problem problem) throws IOException {
        List<CSVRecord> reference = read(referenceFile);
        List<CSVRecord> ours = ours(problem);
        Map<String, Double> scales = columnScales(reference);

        assertThat(ours).hasSameSizeAs(reference);
        assertThat(header(ours)).startsWith(header(reference).toArray(String[]::new));
        for (int i = 0; i < ours.size(); i++) {
            for (String column : header(reference)) {
                assertThat(Double.parseDouble(ours.get(i).get(column)))
                        .as("%s at step %d", column, i)
                        .isCloseTo(
                                Double.parseDouble(reference.get(i).get(column)),
                                within(TOLERANCE * scales.get(column)));
            }
        }
    }

    private static Map<String, Double> columnScales(List<CSVRecord> rows) {
        Map<String, Double> scales = new HashMap<>();
        for (CSVRecord row : rows) {
            row.toMap().forEach((column, text) -> scales.merge(column, Math.abs(Double.parseDouble(text)), Math::max));
        }
        return scales;
    }

    private List<CSVRecord> ours(Problem problem) throws IOException {
        try (TrajectoryCsv<?> written = run(problem)) {
            written.complete(RunRecords.any());
        }
        return read(folder.resolve(TrajectoryCsv.FILE_NAME));
    }

    private TrajectoryCsv<?> run(Problem problem) throws IOException {
        CompiledBackend backend = new CompiledBackend();
        var csv = new TrajectoryCsv<>(folder, problem.variables(), backend);
        Problems.verify(problem, backend, RunOptions.defaults(), List.of(csv));
        return csv;
    }

    private static List<String> header(List<CSVRecord> rows) {
        return rows.get(0).getParser().getHeaderNames();
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        }
    }
}
