package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What certificates.md says that the checker rests on is what its code imports. */
class TrustedBaseTest {

    private static final String CHECKER = "org.selfstab.recheck";

    @Test
    void thePageNamesWhatTheCheckerImports() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/certificates.md"));
        String section = page.substring(page.indexOf("### What the checker rests on"), page.indexOf("## The file"));
        List<String> named = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        Set<String> imported = new TreeSet<>();
        for (JavaClass used : used()) {
            String name = used.getBaseComponentType().getPackageName();
            if (!name.startsWith(CHECKER) && !name.isEmpty()) {
                imported.add(named.stream()
                        .filter(known -> name.equals(known) || name.startsWith(known + "."))
                        .findFirst()
                        .orElse(name));
            }
        }
        assertThat(imported).isEqualTo(new TreeSet<>(named));
    }

    private static Set<JavaClass> used() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(CHECKER).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .collect(Collectors.toSet());
    }
}
