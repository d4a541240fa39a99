package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.problem.ProblemReader;

class ReportPlacesTest {

    private static List<String> placesOf(String... files) {
        ReportPlaces places = new ReportPlaces();
        List<String> found = new ArrayList<>();
        for (String file : files) {
            found.add(places.next(Path.of(file)).toString());
        }
        return found;
    }

    @Test
    void filesKeepTheirFolders() {
        assertThat(placesOf("examples/a.toml", "examples/b.toml", "examples/x/a.toml", "a.toml", "./b.toml"))
                .containsExactly("examples", "examples", "examples/x", "", "");
    }

    @Test
    void sameNamesInDifferentFoldersDoNotMeet() {
        assertThat(placesOf(
                        "/p/x/a.toml", "/q/x/a.toml", "x/a.toml", "../x/a.toml", "../../x/a.toml", "/a.toml", "a.toml"))
                .containsExactly("x", "x-2", "x-3", "x-4", "x-5", "", "reports-2");
    }

    @Test
    void namesThatAFileSystemMayNotTellApartDoNotMeet() {
        assertThat(placesOf(
                        "x/a.toml", "X/A.toml", "x/a", "x/\u00e9.toml", "x/e\u0301.toml", "x/problem.toml", "x/..toml"))
                .containsExactly("x", "X-2", "x-3", "x", "x-2", "x", "x-2");
    }

    @Test
    void noneLiesInAnother() {
        assertThat(placesOf("x/a.toml", "x/a/figures.toml", "y/b/c.toml", "y/b.toml", "index.html.toml"))
                .containsExactly("x", "x-2/a", "y/b", "y-2", "reports-2");
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTwoOfManyFilesShareAFolder(int seed) {
        Random random = new Random(seed);
        List<String> words = List.of("a", "A", "b", "..", "x-2", "x", "reports-2", "a.toml", "figures");
        ReportPlaces places = new ReportPlaces();
        List<Path> folders = new ArrayList<>();
        for (Path file : IntStream.range(0, 40)
                .mapToObj(i -> randomPath(words, random))
                .distinct()
                .toList()) {
            Path folder = places.next(file).resolve(ProblemReader.nameOf(file));
            Path key = Path.of(folder.toString().toLowerCase(java.util.Locale.ROOT));
            assertThat(folders).noneMatch(other -> other.startsWith(key) || key.startsWith(other));
            assertThat(folder.normalize()).isEqualTo(folder);
            folders.add(key);
        }
    }

    private static Path randomPath(List<String> words, Random random) {
        Path path = Path.of(random.nextInt(3) == 0 ? "/" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            path = path.resolve(words.get(random.nextInt(words.size())));
        }
        return path.resolve(words.get(random.nextInt(words.size())) + ".toml");
    }
}
