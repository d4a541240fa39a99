package org.selfstab.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems with data, arrays and starts by rule, from files and at random. */
class DataTest {

    private static final String REGRESSION = """
            title = "Regression"
            variables = ["w[1..2]", "b"]
            loss = "mean(k, data, squared(matmul(w, x[k]) + b, y[k]))"
            [data]
            file = "points.csv"
            [parameters]
            eta = "1/2"
            [start]
            "w[i]" = "1/i"
            b = "mean(k, data, y[k])"
            """;

    private static final String POINTS = "x[1],x[2],y\n 1, 0 ,0.1\n\n0,1/3,-2e-1\n";

    @TempDir
    private Path folder;

    private Problem read(String toml) throws IOException {
        return ProblemReader.read(Files.writeString(folder.resolve("problem.toml"), toml))
                .problem();
    }

    @Test
    void aFileIsExactNumbersInTheLossAndTheStart() throws IOException {
        Files.writeString(folder.resolve("points.csv"), POINTS);
        Problem problem = read(REGRESSION);
        Problem written = read(REGRESSION
                .replaceFirst("(?s)\\[data].*?\\n\\[", "[")
                .replaceFirst("loss = .*", "loss = \"((w1 + b - 1/10)^2/2 + (w2/3 + b + 1/5)^2/2)/2\"")
                .replaceFirst("b = .*", "b = \"-1/20\""));
        assertThat(problem.loss()).isEqualTo(written.loss());
        assertThat(problem.startPoint()).isEqualTo(written.startPoint());
        Problem inline = read(REGRESSION.replaceFirst(
                "\\[data]\\nfile = .*", "[data.inline]\nx = [[1, 0], [0, \"1/3\"]]\ny = [\"0.1\", \"-0.2\"]"));
        assertThat(inline.loss()).isEqualTo(written.loss());
    }

    @Test
    void oneLineTellsOfAllFloatsOfAnArray() throws IOException {
        String inline = REGRESSION.replaceFirst(
                "\\[data]\\nfile = .*", "[data.inline]\nx = [[0.1, 1], [0.2, 0.5]]\ny = [0.25, \"1/3\"]");
        List<String> warnings =
                ProblemReader.read(Files.writeString(folder.resolve("problem.toml"), inline), Map.of())
                        .warnings()
                        .stream()
                        .map(ProblemWarning::message)
                        .toList();
        assertThat(warnings)
                .containsExactly(
                        "entry 1 of entry 1 of x in [data.inline] and 2 others are floats without quotes and are taken as "
                                + "the doubles nearest to them; write \"0.1\" for the exact number",
                        "entry 1 of y in [data.inline] is a float without quotes and is taken as the double it equals; "
                                + "write \"0.25\" for the exact number");
        assertThat(read(inline).loss())
                .isEqualTo(read(inline.replace("0.1", "\"3602879701896397/36028797018963968\"")
                                .replace("0.2,", "\"3602879701896397/18014398509481984\","))
                        .loss());
    }

    @Test
    void aSpreadsheetsByteOrderMarkAndLineEndsDoNotMatter() throws IOException {
        Files.writeString(folder.resolve("points.csv"), POINTS);
        Problem plain = read(REGRESSION);
        Files.writeString(folder.resolve("points.csv"), "\uFEFF" + POINTS.replace("\n", "\r\n"));
        assertThat(read(REGRESSION).loss()).isEqualTo(plain.loss());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            x[1],x[2],y|1,0,0|0,one,2     ~ 3:3: one is not a number; write a decimal or a fraction, as 0.25 or 1/4
            x[1],x[2],y|1,0,0|0,,2        ~ 3:3: a number is missing; write one between the commas
            x[1],x[2],y|1,0,0|0,1         ~ 3:3: this line has 2 values, the first has 3; give every line as many
            x[1],x[2],y|1, nan,0          ~ 2:4: nan is not a number; write a decimal or a fraction, as 0.25 or 1/4
            x[1],x[2],y|1,sqrt(2),0       ~ 2:3: sqrt(2) is not rational; write a decimal or a fraction, as 0.25 or 1/4
            x[1],x[2],y|1,1/0,0           ~ 2:4: 1/0 is not a number; write a decimal or a fraction, as 0.25 or 1/4
            x[1],x[2],y                   ~ 1:1: the file holds no numbers; write one row of numbers for each point
            x[1],x[3],y|1,0,0             ~ 1:6: column x[3] does not follow x[1]; columns of one array are x[1], x[2], ... in this order; of one column x
            x[1],x[2],x|1,0,0             ~ 1:11: column x does not follow x[2]; columns of one array are x[1], x[2], ... in this order; of one column x
            x[1],x[2],y z|1,0,0           ~ 1:11: a column's name must be a name, as x, or x[1]
            x[1],x[2],pi|1,0,0            ~ 1:11: data name pi is built in; choose another name
            x[1],x[2],x[2]|1,0,0          ~ 1:11: column x[2] is there twice; columns of one array are x[1], x[2], ... in this order; of one column x
            x[1],x[2],y,y|1,0,0,0         ~ 1:13: column y is there twice; columns of one array are x[1], x[2], ... in this order; of one column x
            x[2],x[1],y|1,0,0             ~ 1:1: column x[2] comes before x[1]; columns of one array are x[1], x[2], ... in this order; of one column x
            x[0],x[1],y|1,0,0             ~ 1:1: a column's name must be a name, as x, or x[1]
            "x[1]",x[2],y|1,0,0           ~ 1:1: "x[1]" is neither a name nor a number; separate values by commas, without quotation marks
            x[1]\tx[2]\ty|1\t0\t0        ~ 1:1: x[1]\\tx[2]\\ty is neither a name nor a number
            x[1];x[2];y|1;0;0             ~ 1:1: x[1];x[2];y is neither a name nor a number; separate values by commas, without quotation marks
            x[1],x[2],y|1,0;0,0           ~ 2:3: 0;0 is neither a name nor a number; separate values by commas, without quotation marks
            """)
    void everyErrorOfAFileHasItsPlace(String lines, String message) throws IOException {
        Files.writeString(folder.resolve("points.csv"), lines.replace('|', '\n'));
        assertThatThrownBy(() -> read(REGRESSION)).hasMessageStartingWith(folder.resolve("points.csv") + ":" + message);
    }

    @Test
    void aRowOfNothingIsNamed() {
        assertThatThrownBy(() -> read(
                        REGRESSION.replaceFirst("\\[data]\\nfile = .*", "[data.inline]\nx = [[], []]\ny = [1, 2]")))
                .hasMessageEndingWith(":5:6: this row is empty; give it an entry for each column");
    }

    @Test
    void noFileOutsideOfTheFolderIsRead() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("points.csv"), POINTS);
        Files.createSymbolicLink(inner.resolve("link.csv"), folder.resolve("points.csv"));
        for (String path :
                new String[] {"../points.csv", folder.resolve("points.csv").toString(), "link.csv", "a/../../points.csv"
                }) {
            Path file = Files.writeString(
                    inner.resolve("problem.toml"), REGRESSION.replace("points.csv", path.replace("\\", "\\\\")));
            assertThatThrownBy(() -> ProblemReader.read(file))
                    .as(path)
                    .hasMessageContaining("lies outside of the problem file's folder");
        }
        assertThatThrownBy(() -> read(REGRESSION.replace("points.csv", "nowhere.csv")))
                .hasMessage(folder.resolve("nowhere.csv") + ":1:1: no such file; give the path of a data file");
        Files.writeString(folder.resolve("points.csv"), "x,y\n1\u00e9,2", StandardCharsets.ISO_8859_1);
        Path named =
                Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath()).resolve("relative.toml");
        Files.writeString(named, REGRESSION);
        assertThatThrownBy(() -> ProblemReader.read(named))
                .as("by the path that the problem was given by")
                .hasMessageStartingWith(
                        named.resolveSibling("points.csv") + ":2:2: byte 6 of the file is not valid UTF-8");
        assertThatThrownBy(() -> ProblemReader.read("problem", REGRESSION, Map.of()))
                .hasMessageContaining("the data file points.csv is not at hand");
    }

    @Test
    void aMissingColumnAndANumberOutOfRangeAreSaid() throws IOException {
        Files.writeString(folder.resolve("points.csv"), POINTS.replace("y\n", "z\n"));
        assertThatThrownBy(() -> read(REGRESSION))
                .hasMessageEndingWith("problem.toml:3:52: the data have no column y, and y1 is not declared;"
                        + " the arrays are w, x, z");
        Files.writeString(folder.resolve("points.csv"), POINTS.replace("0.1", "1e99999"));
        assertThatThrownBy(() -> read(REGRESSION))
                .hasMessageContaining("points.csv:2:8: the number 1e99999 is too long or too large");
        Files.writeString(folder.resolve("points.csv"), POINTS.replace("0.1", "1e9e9"));
        assertThatThrownBy(() -> read(REGRESSION)).hasMessageContaining("points.csv:2:11: 1e9e9 is not a number");
    }

    @Test
    void aPipeIsNoProblemFile() throws IOException {
        Path pipe = folder.resolve("problem.toml");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(pipe));
            assertThatThrownBy(() -> ProblemReader.read(pipe))
                    .hasMessageEndingWith("problem.toml:1:1: this is a pipe or a device; give a file");
        }
    }

    /** A socket stands for what is no file but opens; a named pipe would wait for its writer without end. */
    @Test
    void noPipeOrDeviceIsRead() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("points.csv")));
            assertThatThrownBy(() -> read(REGRESSION)).hasMessageContaining("this is a pipe or a device; give a file");
        }
    }

    @Test
    void theFilesReadTravelWithTheText() throws IOException {
        Files.writeString(folder.resolve("points.csv"), POINTS);
        ProblemText text = ProblemText.read(Files.writeString(folder.resolve("problem.toml"), REGRESSION));
        Problem here = text.with(Map.of()).problem();
        Problem elsewhere = ProblemText.parse("problem", text.text(), DataFiles.of(text.data()))
                .with(Map.of())
                .problem();
        assertThat(text.data()).containsOnly(Map.entry("points.csv", POINTS));
        assertThat(elsewhere.loss()).isEqualTo(here.loss());
    }

    @Test
    void theMoreSpecialStartStays() throws IOException {
        Files.writeString(folder.resolve("w.csv"), "1,2,3\n4,5,6\n");
        Problem problem = read("""
                title = "Starts"
                variables = ["W[1..2,1..3]", "V[0..1,1..2]", "z"]
                loss = "squared(W, 0) + squared(V, 0) + z^2"
                [parameters]
                eta = "1/2"
                c = "10"
                [start]
                "V[i,j]" = "c*i + j"
                "V[1,j]" = "-j"
                "V[1,2]" = "1/7"
                W1_2 = "0"
                z = "3"
                [start_file]
                W = "w.csv"
                """);
        assertThat(problem.start().keySet())
                .containsExactly("W1_1", "W1_2", "W1_3", "W2_1", "W2_2", "W2_3", "V0_1", "V0_2", "V1_1", "V1_2", "z");
        assertThat(problem.startPoint())
                .extracting(Object::toString)
                .containsExactly("1", "0", "3", "4", "5", "6", "1", "2", "-1", "1/7", "3");
    }

    /** The generator by its definition, D. E. Knuth's linear congruential one of 48 bits. */
    @Test
    void randomStartsAreTheSameOnEveryMachine() throws IOException {
        Problem problem = read("""
                title = "Random"
                variables = ["w[1..3]", "b[1..2]"]
                loss = "squared(w, 0) + squared(b, 0)"
                [parameters]
                eta = "1/2"
                s = "1/10"
                [start]
                w2 = "5"
                [start_random]
                seed = 7
                scale = "s"
                b = "2"
                """);
        long state = (7L ^ 0x5DEECE66DL) & ((1L << 48) - 1);
        String[] scaled = new String[5];
        for (int i = 0; i < 5; i++) {
            long bits;
            long value;
            do {
                state = (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
                bits = state >>> 17;
                value = bits % 1999999;
            } while (bits - value + 1999998 >= 1L << 31);
            scaled[i] = (value - 999999) * (i < 3 ? 0.1 : 2.0) / 1e6 + "";
        }
        for (int i : new int[] {0, 2, 3, 4}) {
            assertThat(RealValue.of(problem.startPoint().get(i)))
                    .isCloseTo(Double.parseDouble(scaled[i]), within(1e-15));
        }
        assertThat(problem.startPoint().get(1)).hasToString("5");
    }
}
