import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links within the site that lead to no file, or to no place in it. */
final class DeadLinks {

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\s(?:id|name)=\"([^\"]+)\"");

    private final Path root;
    private final Map<Path, Set<String>> places = new HashMap<>();

    DeadLinks(Path root) {
        this.root = root;
    }

    List<String> find() throws IOException {
        List<String> dead = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path page : files.filter(
                            file -> file.toString().endsWith(".html") && !file.startsWith(root.resolve("apidocs")))
                    .sorted()
                    .toList()) {
                for (String link : LINK.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))) {
                    if (!link.isEmpty()
                            && !link.matches("[a-z]+:.*")
                            && !leadsSomewhere(page, link.replace("&amp;", "&"))) {
                        dead.add(root.relativize(page) + " leads to " + link);
                    }
                }
            }
        }
        return dead;
    }

    private boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page
                : page.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8))
                        .normalize();
        return Files.exists(target)
                && (parts.length == 1
                        || parts[1].isEmpty()
                        || placesOf(target).contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }

    private Set<String> placesOf(Path page) throws IOException {
        Set<String> known = places.get(page);
        if (known == null) {
            known = PLACE.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            places.put(page, known);
        }
        return known;
    }
}
