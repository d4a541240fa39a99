package org.selfstab.theory;

/** Decides checks. */
public final class Examiner implements Check.Visitor<CheckResult> {

    private final RunExaminer runs = new RunExaminer();

    @Override
    public CheckResult visitIdentity(IdentityCheck check) {
        return new IdentityExaminer().examine(check);
    }

    @Override
    public CheckResult visitNumeric(NumericCheck check) {
        return runs.examine(check);
    }

    @Override
    public CheckResult visitOrder(OrderCheck check) {
        return new OrderExaminer().examine(check);
    }
}
