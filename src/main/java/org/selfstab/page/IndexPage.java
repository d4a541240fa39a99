package org.selfstab.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Extreme;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verdict;
import org.selfstab.claims.VerifiedProblem;
import org.selfstab.report.ConstantsTable;

/** Pages over several problems, which lead to the page of each. */
public final class IndexPage {

    private static final List<String> OF_RUNS =
            List.of("conclusions", "problem", "conditions", "eps", "C_1", "C_L", "C_S", "end");

    private IndexPage() {}

    /** The page over verified problems. */
    public static Page ofRuns(List<VerifiedProblem> problems) {
        List<Table.Row> rows = problems.stream().map(IndexPage::row).toList();
        return new Page(
                "Verified problems",
                Optional.of(Cell.status(worst(problems))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Table("Problems", OF_RUNS, rows, Table.Filter.BY_WORDS_AND_STATUS)),
                "numeric runs, not proofs");
    }

    private static Verdict.Status worst(List<VerifiedProblem> problems) {
        return problems.stream()
                .map(problem -> problem.assessment().ofConclusions())
                .max(Comparator.naturalOrder())
                .orElse(Verdict.Status.HOLDS);
    }

    private static Table.Row row(VerifiedProblem verified) {
        Optional<RunConstants> constants = verified.verification().constants();
        return Table.row(
                Cell.status(verified.assessment().ofConclusions()),
                Cell.text(verified.problem().title()).to(verified.problem().name() + "/" + ReportFolder.REPORT),
                Cell.status(verified.assessment().ofConditions()),
                number(constants.flatMap(RunConstants::epsilon)),
                number(constants.flatMap(RunConstants::coupling)),
                number(constants.flatMap(RunConstants::loss)),
                number(constants.flatMap(RunConstants::sharpness)),
                Cell.text(verified.verification().end().description()));
    }

    private static Cell number(Optional<Extreme> extreme) {
        return Cell.number(extreme.map(e -> ConstantsTable.brief(e.value())).orElse("–"));
    }
}
