package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.problem.Problem;
import org.selfstab.run.GradientFlowPath;

/**
 * The sharpness that a loss has along gradient flow from its start, and which step sizes of gradient descent it brings to the edge.
 *
 * @param problem the problem; its own step size is only one of those tried
 * @param flow gradient flow from its start
 * @param stepSizes those that were tried: the problem's own, then others in descending order
 * @param usesOfStepSize what in the problem uses eta, and was held as it is while other step sizes were tried
 * @param product {@code S_c eta}, the same for all step sizes: of gradient descent 2
 * @param maxSteps how many steps each was given
 */
public record Exploration(
        Problem problem,
        GradientFlowPath flow,
        List<StepSize> stepSizes,
        UsesOfStepSize usesOfStepSize,
        double product,
        int maxSteps) {

    /** Above this the theory's small parameter is not small. */
    private static final double SMALL_EPSILON = 0.1;

    public Exploration {
        stepSizes = List.copyOf(stepSizes);
    }

    /** What in a problem uses its step size. */
    public record UsesOfStepSize(boolean inLoss, boolean inStart) {}

    /**
     * A step size that was tried.
     *
     * @param text an exact expression of it
     * @param eta its value
     * @param edge {@code S_c}, of gradient descent {@code 2/eta}
     * @param step {@code 2/S_c}, of gradient descent eta
     * @param drift b: how far gradient flow goes in the time of a step
     * @param onFlow where gradient flow first has that sharpness, if it rises to it
     * @param descent gradient descent with it
     * @param meeting where it meets the edge
     */
    public record StepSize(
            String text,
            double eta,
            double edge,
            double step,
            double drift,
            Optional<GradientFlowPath.Sample> onFlow,
            DescentCourse descent,
            Meeting meeting) {

        /** Whether gradient descent comes to the edge from below, and self-stabilization is possible there. */
        public boolean isUsable() {
            return meeting instanceof AtEdge edgeMet
                    && edgeMet.isFromBelow()
                    && edgeMet.delta().isPresent()
                    && descent.failure().isEmpty();
        }
    }

    /** Whether, and where, gradient descent meets the edge. */
    public sealed interface Meeting {}

    /**
     * It does: t = 0 is the first iterate whose nearest point of the stable set lies on {@code S = 2/eta}.
     *
     * @param step of that iterate
     * @param isFromBelow whether this is a later iterate than the start, whose own nearest point then lies inside
     * @param dagger the nearest point, {@code dagger_0}, a coordinate for each variable
     * @param alpha the rate of progressive sharpening there, theory.md (3)
     * @param alphaRounding the magnitude up to which alpha is rounding
     * @param beta the strength of self-stabilization there, theory.md (4)
     * @param delta the size of the oscillation there, theory.md (5); empty unless alpha and beta are positive beyond rounding
     * @param epsilon the small parameter there, theory.md (6)
     */
    public record AtEdge(
            int step,
            boolean isFromBelow,
            List<Double> dagger,
            double alpha,
            double alphaRounding,
            double beta,
            Optional<Double> delta,
            double epsilon)
            implements Meeting {

        public AtEdge {
            dagger = List.copyOf(dagger);
        }
    }

    /** It does not, or what there is at the edge is not defined. */
    public record NotMet(String reason) implements Meeting {}

    /**
     * Step sizes with which gradient flow comes to {@code S = 2/eta} from below.
     *
     * @param least of them
     * @param largest of them; empty if there is none, as the sharpness rises from where it is not positive
     */
    public record StepSizeRange(double least, Optional<Double> largest) {}

    /** All step sizes with which gradient flow meets the edge from below: ranges apart, that of the largest rise first. */
    public List<StepSizeRange> ranges() {
        return flow.rises().stream()
                .filter(rise -> rise.high() > 0)
                .map(rise -> new StepSizeRange(
                        product / rise.high(), rise.low() > 0 ? Optional.of(product / rise.low()) : Optional.empty()))
                .toList();
    }

    /** The step size from which on the start itself is at the edge or over it; empty where its sharpness is not positive. */
    public Optional<Double> ofStart() {
        return flow.start().sharpness() > 0 ? Optional.of(product / flow.start().sharpness()) : Optional.empty();
    }

    /** The step size to begin with: the largest epsilon that is small, or the least. */
    public Optional<StepSize> suggestion() {
        Comparator<StepSize> byEpsilon = Comparator.comparingDouble(Exploration::epsilon);
        List<StepSize> usable = usesOfStepSize.inLoss()
                ? List.of()
                : stepSizes.stream().filter(StepSize::isUsable).toList();
        return usable.stream()
                .filter(size -> epsilon(size) <= SMALL_EPSILON)
                .max(byEpsilon)
                .or(() -> usable.stream().min(byEpsilon));
    }

    private static double epsilon(StepSize size) {
        return ((AtEdge) size.meeting()).epsilon();
    }
}
