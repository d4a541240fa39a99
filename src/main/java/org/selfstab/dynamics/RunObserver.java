package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.Backend;
import org.selfstab.run.RunListener;

/** Sees every step of a run with all its digits, in numbers that it does not choose. */
public interface RunObserver extends RunListener {

    /**
     * What sees the steps of a run.
     *
     * @param <T> the numbers of the run
     * @param backend the numbers of the run
     * @param inDouble the problem in double precision
     */
    <T extends CalculusFieldElement<T>> StepObserver<T> of(Backend<T> backend, Model<Binary64> inDouble);

    /** What sees the steps where several unstable eigenvalues are followed; nothing by default. */
    default Optional<UnstableObserver> ofSeveral() {
        return Optional.empty();
    }

    /** Is not told how far the run is, but sees its steps. */
    @Override
    default void progress(String task, int done) {}

    /** What shows the steps of a run to a listener, with all their digits to one that is an observer. */
    static <T extends CalculusFieldElement<T>> StepObserver<T> of(
            RunListener listener, Backend<T> backend, Model<Binary64> inDouble) {
        return listener instanceof RunObserver observer
                ? observer.of(backend, inDouble)
                : step -> listener.step(new RoundedStep(step));
    }

    /** What those of the listeners that are observers see the steps by where several unstable eigenvalues are followed. */
    static List<UnstableObserver> ofSeveral(List<? extends RunListener> listeners) {
        return listeners.stream()
                .filter(RunObserver.class::isInstance)
                .flatMap(observer -> ((RunObserver) observer).ofSeveral().stream())
                .toList();
    }
}
