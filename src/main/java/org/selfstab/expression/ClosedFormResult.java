package org.selfstab.expression;

import java.util.Optional;

/** Either a closed form of the local geometry at a point, or the reason why there is none. */
public sealed interface ClosedFormResult permits ClosedForm, NoClosedForm {

    /** Calls the visitor's method for this kind of result. */
    <R> R accept(Visitor<R> visitor);

    /** The closed form, if there is one. */
    default Optional<ClosedForm> form() {
        return accept(new Visitor<>() {
            @Override
            public Optional<ClosedForm> visitClosedForm(ClosedForm closedForm) {
                return Optional.of(closedForm);
            }

            @Override
            public Optional<ClosedForm> visitNoClosedForm(NoClosedForm noClosedForm) {
                return Optional.empty();
            }
        });
    }

    /**
     * One method for each kind of result.
     *
     * @param <R> what a visit returns
     */
    interface Visitor<R> {

        R visitClosedForm(ClosedForm closedForm);

        R visitNoClosedForm(NoClosedForm noClosedForm);
    }
}
