package org.selfstab.theory;

/** What a machine can examine of a statement. */
public sealed interface Check
        permits IdentityCheck, ObservableCheck, NumericCheck, OrderCheck, OdeCheck, OdeOrderCheck {

    /** What is checked, in words. */
    String claim();

    /** Calls the visitor's method for this kind of check. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of check.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** For an equation. */
        R visitIdentity(IdentityCheck check);

        /** For what a step does to an observable. */
        R visitObservable(ObservableCheck check);

        /** For a number of one run. */
        R visitNumeric(NumericCheck check);

        /** For the order of an error over a family. */
        R visitOrder(OrderCheck check);

        /** For a number of the reduced equation or the central flow beside one run. */
        R visitOde(OdeCheck check);

        /** For the order of an error of the reduced equation or the central flow over a family. */
        R visitOdeOrder(OdeOrderCheck check);
    }
}
