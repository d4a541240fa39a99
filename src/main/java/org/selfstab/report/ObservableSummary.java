package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.problem.ObservedNumber;
import org.selfstab.vocabulary.Behaviour;

/**
 * What programs read of an observable along a run. Numbers are null where no value is defined.
 *
 * @param name its name
 * @param expression as it is written
 * @param behaviour for each behaviour that needs no number, whether it has it
 * @param values those at the rows; null where there is none
 */
record ObservableSummary(
        String name,
        String expression,
        Double first,
        Double last,
        Double least,
        @JsonProperty("least_step") Integer leastStep,
        Double largest,
        @JsonProperty("largest_step") Integer largestStep,
        List<Finding> behaviour,
        List<Double> values) {

    /** A behaviour with its verdict. */
    record Finding(String is, String status, String reason) {}

    static ObservableSummary of(ObservedCourse course, List<DescentResult.Row> rows) {
        return new ObservableSummary(
                course.observable().name(),
                course.observable().text(),
                number(course, ObservedNumber.FIRST),
                number(course, ObservedNumber.LAST),
                number(course, ObservedNumber.LEAST),
                course.stepOf(ObservedNumber.LEAST).orElse(null),
                number(course, ObservedNumber.LARGEST),
                course.stepOf(ObservedNumber.LARGEST).orElse(null),
                Arrays.stream(Behaviour.values())
                        .filter(each -> each != Behaviour.EVENTUALLY_BELOW)
                        .map(each -> finding(each, course.finding(each)))
                        .toList(),
                Arrays.asList(
                        rows.stream().map(row -> finite(course.at(row.t()))).toArray(Double[]::new)));
    }

    private static Finding finding(Behaviour behaviour, ObservedCourse.Finding found) {
        return new Finding(behaviour.inWords(), found.status().word(), found.reason());
    }

    private static Double number(ObservedCourse course, ObservedNumber number) {
        Optional<Double> value = course.stepOf(number).map(course::at);
        return value.map(ObservableSummary::finite).orElse(null);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
