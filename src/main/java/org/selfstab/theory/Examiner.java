package org.selfstab.theory;

/** Decides checks; runs of examples that several checks ask for are done once. May be shared by threads. */
public final class Examiner implements Check.Visitor<CheckResult> {

    private final Runs runs = new Runs();

    @Override
    public CheckResult visitIdentity(IdentityCheck check) {
        return new IdentityExaminer().examine(check);
    }

    @Override
    public CheckResult visitObservable(ObservableCheck check) {
        return new ObservableExaminer().examine(check);
    }

    @Override
    public CheckResult visitNumeric(NumericCheck check) {
        return new RunExaminer(runs).examine(check);
    }

    @Override
    public CheckResult visitOrder(OrderCheck check) {
        return new OrderExaminer(runs).examine(check);
    }

    @Override
    public CheckResult visitOde(OdeCheck check) {
        return new OdeExaminer(runs).examine(check);
    }

    @Override
    public CheckResult visitOdeOrder(OdeOrderCheck check) {
        return new OdeExaminer(runs).examine(check);
    }
}
