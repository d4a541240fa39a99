From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition f1 (eta m0 m1 b0 p0 q0 w c0 : R) : R :=
  (p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2).

Definition beta01 (m0 m1 b0 b1 : R) : R :=
  b1 * b0 * (1 + m1 * m0).

Lemma equation : forall (eta m0 m1 b0 b1 p0 q0 w c0 : R), b1 * (f1 eta m0 m1 b0 p0 q0 w c0 + m1 * m1 * f1 eta m0 m1 b0 p0 q0 w c0) = b1 * (p0 + m1 * q0) * w + eta * c0 * beta01 m0 m1 b0 b1.
Proof.
  intros.
  try assert (P0 : 1 + m1 ^ 2 <> 0) by (nonzero).
  change (b1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2) + m1 * m1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2))) = b1 * (p0 + m1 * q0) * w + eta * c0 * (b1 * b0 * (1 + m1 * m0))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m0 m1 b0 b1 p0 q0 w c0 : R), b1 * (f1 eta m0 m1 b0 p0 q0 w c0 + m1 * m1 * f1 eta m0 m1 b0 p0 q0 w c0) = b1 * (p0 + m1 * q0) * w + eta * c0 * beta01 m0 m1 b0 b1).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition f1 (eta m0 m1 b0 p0 q0 w c0 : R) : R :=
  (p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2).

Definition f2 (eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1 : R) : R :=
  (p1 * f1 eta m0 m1 b0 p0 q0 w c0 + eta * c1 * b1 + m2 * (q1 * f1 eta m0 m1 b0 p0 q0 w c0 + eta * c1 * b1 * m1)) / (1 + m2 ^ 2).

Definition beta02 (m0 m1 m2 b0 b2 p1 q1 : R) : R :=
  b2 * (p1 + m2 * q1) * b0 * (1 + m1 * m0) / (1 + m1 ^ 2).

Definition beta12 (m1 m2 b1 b2 : R) : R :=
  b2 * b1 * (1 + m2 * m1).

Lemma equation : forall (eta m0 m1 m2 b0 b1 b2 p0 q0 p1 q1 w c0 c1 : R), b2 * (f2 eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1 + m2 * m2 * f2 eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1) = b2 * (p1 + m2 * q1) * (p0 + m1 * q0) / (1 + m1 ^ 2) * w + eta * c0 * beta02 m0 m1 m2 b0 b2 p1 q1 + eta * c1 * beta12 m1 m2 b1 b2.
Proof.
  intros.
  try assert (P0 : 1 + m1 ^ 2 <> 0) by (nonzero).
  try assert (P1 : 1 + m2 ^ 2 <> 0) by (nonzero).
  change (b2 * ((p1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 + m2 * (q1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 * m1)) / (1 + m2 ^ 2) + m2 * m2 * ((p1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 + m2 * (q1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 * m1)) / (1 + m2 ^ 2))) = b2 * (p1 + m2 * q1) * (p0 + m1 * q0) / (1 + m1 ^ 2) * w + eta * c0 * (b2 * (p1 + m2 * q1) * b0 * (1 + m1 * m0) / (1 + m1 ^ 2)) + eta * c1 * (b2 * b1 * (1 + m2 * m1))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m0 m1 m2 b0 b1 b2 p0 q0 p1 q1 w c0 c1 : R), b2 * (f2 eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1 + m2 * m2 * f2 eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1) = b2 * (p1 + m2 * q1) * (p0 + m1 * q0) / (1 + m1 ^ 2) * w + eta * c0 * beta02 m0 m1 m2 b0 b2 p1 q1 + eta * c1 * beta12 m1 m2 b1 b2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition f1 (eta m0 m1 b0 p0 q0 w c0 : R) : R :=
  (p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2).

Definition f2 (eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1 : R) : R :=
  (p1 * f1 eta m0 m1 b0 p0 q0 w c0 + eta * c1 * b1 + m2 * (q1 * f1 eta m0 m1 b0 p0 q0 w c0 + eta * c1 * b1 * m1)) / (1 + m2 ^ 2).

Definition f3 (eta m0 m1 m2 m3 b0 b1 b2 p0 q0 p1 q1 p2 q2 w c0 c1 c2 : R) : R :=
  (p2 * f2 eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1 + eta * c2 * b2 + m3 * (q2 * f2 eta m0 m1 m2 b0 b1 p0 q0 p1 q1 w c0 c1 + eta * c2 * b2 * m2)) / (1 + m3 ^ 2).

Definition beta03 (m0 m1 m2 m3 b0 b3 p1 q1 p2 q2 : R) : R :=
  b3 * (p2 + m3 * q2) * (p1 + m2 * q1) / (1 + m2 ^ 2) * b0 * (1 + m1 * m0) / (1 + m1 ^ 2).

Definition beta13 (m1 m2 m3 b1 b3 p2 q2 : R) : R :=
  b3 * (p2 + m3 * q2) * b1 * (1 + m2 * m1) / (1 + m2 ^ 2).

Definition beta23 (m2 m3 b2 b3 : R) : R :=
  b3 * b2 * (1 + m3 * m2).

Lemma equation : forall (eta m0 m1 m2 m3 b0 b1 b2 b3 p0 q0 p1 q1 p2 q2 w c0 c1 c2 : R), b3 * (f3 eta m0 m1 m2 m3 b0 b1 b2 p0 q0 p1 q1 p2 q2 w c0 c1 c2 + m3 * m3 * f3 eta m0 m1 m2 m3 b0 b1 b2 p0 q0 p1 q1 p2 q2 w c0 c1 c2) = b3 * (p2 + m3 * q2) * (p1 + m2 * q1) / (1 + m2 ^ 2) * (p0 + m1 * q0) / (1 + m1 ^ 2) * w + eta * c0 * beta03 m0 m1 m2 m3 b0 b3 p1 q1 p2 q2 + eta * c1 * beta13 m1 m2 m3 b1 b3 p2 q2 + eta * c2 * beta23 m2 m3 b2 b3.
Proof.
  intros.
  try assert (P0 : 1 + m1 ^ 2 <> 0) by (nonzero).
  try assert (P1 : 1 + m2 ^ 2 <> 0) by (nonzero).
  try assert (P2 : 1 + m3 ^ 2 <> 0) by (nonzero).
  change (b3 * ((p2 * ((p1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 + m2 * (q1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 * m1)) / (1 + m2 ^ 2)) + eta * c2 * b2 + m3 * (q2 * ((p1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 + m2 * (q1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 * m1)) / (1 + m2 ^ 2)) + eta * c2 * b2 * m2)) / (1 + m3 ^ 2) + m3 * m3 * ((p2 * ((p1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 + m2 * (q1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 * m1)) / (1 + m2 ^ 2)) + eta * c2 * b2 + m3 * (q2 * ((p1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 + m2 * (q1 * ((p0 * w + eta * c0 * b0 + m1 * (q0 * w + eta * c0 * b0 * m0)) / (1 + m1 ^ 2)) + eta * c1 * b1 * m1)) / (1 + m2 ^ 2)) + eta * c2 * b2 * m2)) / (1 + m3 ^ 2))) = b3 * (p2 + m3 * q2) * (p1 + m2 * q1) / (1 + m2 ^ 2) * (p0 + m1 * q0) / (1 + m1 ^ 2) * w + eta * c0 * (b3 * (p2 + m3 * q2) * (p1 + m2 * q1) / (1 + m2 ^ 2) * b0 * (1 + m1 * m0) / (1 + m1 ^ 2)) + eta * c1 * (b3 * (p2 + m3 * q2) * b1 * (1 + m2 * m1) / (1 + m2 ^ 2)) + eta * c2 * (b3 * b2 * (1 + m3 * m2))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m0 m1 m2 m3 b0 b1 b2 b3 p0 q0 p1 q1 p2 q2 w c0 c1 c2 : R), b3 * (f3 eta m0 m1 m2 m3 b0 b1 b2 p0 q0 p1 q1 p2 q2 w c0 c1 c2 + m3 * m3 * f3 eta m0 m1 m2 m3 b0 b1 b2 p0 q0 p1 q1 p2 q2 w c0 c1 c2) = b3 * (p2 + m3 * q2) * (p1 + m2 * q1) / (1 + m2 ^ 2) * (p0 + m1 * q0) / (1 + m1 ^ 2) * w + eta * c0 * beta03 m0 m1 m2 m3 b0 b3 p1 q1 p2 q2 + eta * c1 * beta13 m1 m2 m3 b1 b3 p2 q2 + eta * c2 * beta23 m2 m3 b2 b3).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Theorem closed_sum : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions closed_sum.
