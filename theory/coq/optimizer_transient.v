From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition lambda (eta m z : R) : R :=
  (1 + m - z - m / z) / eta.

Lemma equation : forall (eta m z : R), 0 < eta -> 0 < m -> z <> 0 -> (1 + m - eta * lambda eta m z) * z - m = z * z.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((1 + m - eta * ((1 + m - z - m / z) / eta)) * z - m = z * z).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> 0 < m -> z <> 0 -> (1 + m - eta * lambda eta m z) * z - m = z * z).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (c s : R), (1 - s) ^ 2 - c ^ 2 = (s + (- 1) - c) * (s + (- 1) + c).
Proof.
  intros.
  change ((1 - s) ^ 2 - c ^ 2 = (s + (- 1) - c) * (s + (- 1) + c)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (c s : R), (1 - s) ^ 2 - c ^ 2 = (s + (- 1) - c) * (s + (- 1) + c)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition w (m z : R) : R :=
  m / z.

Lemma equation : forall (m z : R), 0 < m -> z <> 0 -> (z * w m z + 1) ^ 2 = (1 + m) ^ 2.
Proof.
  intros.
  change ((z * (m / z) + 1) ^ 2 = (1 + m) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (m z : R), 0 < m -> z <> 0 -> (z * w m z + 1) ^ 2 = (1 + m) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Lemma equation : forall (P Q z w : R), 0 < z -> 0 < w -> z - w <> 0 -> (z + w) * (P - Q) / (z - w) - z * w * (P / z - Q / w) / (z - w) = (P * z - Q * w) / (z - w).
Proof.
  intros.
  try assert (P0 : z <> 0) by (nonzero).
  try assert (P1 : w <> 0) by (nonzero).
  change ((z + w) * (P - Q) / (z - w) - z * w * (P / z - Q / w) / (z - w) = (P * z - Q * w) / (z - w)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (P Q z w : R), 0 < z -> 0 < w -> z - w <> 0 -> (z + w) * (P - Q) / (z - w) - z * w * (P / z - Q / w) / (z - w) = (P * z - Q * w) / (z - w)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation4.

Module Equation5.

Definition a (m h : R) : R :=
  1 + m - h.

Definition b (m : R) : R :=
  0 - m.

Lemma equation : forall (m h p q r s : R), p * (a m h * a m h + b m) + q * a m h * b m + r * a m h + s * b m = p * (a m h * a m h - m) + q * a m h * b m + r * a m h + s * (0 - m).
Proof.
  intros.
  change (p * ((1 + m - h) * (1 + m - h) + (0 - m)) + q * (1 + m - h) * (0 - m) + r * (1 + m - h) + s * (0 - m) = p * ((1 + m - h) * (1 + m - h) - m) + q * (1 + m - h) * (0 - m) + r * (1 + m - h) + s * (0 - m)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (m h p q r s : R), p * (a m h * a m h + b m) + q * a m h * b m + r * a m h + s * b m = p * (a m h * a m h - m) + q * a m h * b m + r * a m h + s * (0 - m)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation5.

Module Equation6.

Lemma equation : forall (s h : R), (1 + s ^ 2 - h) ^ 2 - 4 * s ^ 2 = (h - (1 - s) ^ 2) * (h - (1 + s) ^ 2).
Proof.
  intros.
  change ((1 + s ^ 2 - h) ^ 2 - 4 * s ^ 2 = (h - (1 - s) ^ 2) * (h - (1 + s) ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (s h : R), (1 + s ^ 2 - h) ^ 2 - 4 * s ^ 2 = (h - (1 - s) ^ 2) * (h - (1 + s) ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation6.

Module Equation7.

Definition n (s : R) : R :=
  1 + s ^ 2 - (1 - s) ^ 2 - s.

Definition b (s : R) : R :=
  0 - s ^ 2.

Lemma equation : forall (s p q r k : R), p * (n s * n s + b s) + q * (n s * b s - s * b s) + r * (n s - s) + k * (b s + s * s) = 0.
Proof.
  intros.
  change (p * ((1 + s ^ 2 - (1 - s) ^ 2 - s) * (1 + s ^ 2 - (1 - s) ^ 2 - s) + (0 - s ^ 2)) + q * ((1 + s ^ 2 - (1 - s) ^ 2 - s) * (0 - s ^ 2) - s * (0 - s ^ 2)) + r * (1 + s ^ 2 - (1 - s) ^ 2 - s - s) + k * (0 - s ^ 2 + s * s) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (s p q r k : R), p * (n s * n s + b s) + q * (n s * b s - s * b s) + r * (n s - s) + k * (b s + s * s) = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation7.

Module Equation8.

Definition n (s : R) : R :=
  1 + s ^ 2 - (1 + s) ^ 2 + s.

Definition b (s : R) : R :=
  0 - s ^ 2.

Lemma equation : forall (s p q r k : R), p * (n s * n s + b s) + q * (n s * b s + s * b s) + r * (n s + s) + k * (b s + s * s) = 0.
Proof.
  intros.
  change (p * ((1 + s ^ 2 - (1 + s) ^ 2 + s) * (1 + s ^ 2 - (1 + s) ^ 2 + s) + (0 - s ^ 2)) + q * ((1 + s ^ 2 - (1 + s) ^ 2 + s) * (0 - s ^ 2) + s * (0 - s ^ 2)) + r * (1 + s ^ 2 - (1 + s) ^ 2 + s + s) + k * (0 - s ^ 2 + s * s) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (s p q r k : R), p * (n s * n s + b s) + q * (n s * b s + s * b s) + r * (n s + s) + k * (b s + s * s) = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation8.

Module Equation9.

Lemma equation : forall (m h : R), 0 < m -> (1 + m) ^ 2 * (1 - h) ^ 2 - 4 * m * (1 - h) = (1 + m) ^ 2 * (h + (- 1)) * (h - (1 - m) ^ 2 / (1 + m) ^ 2).
Proof.
  intros.
  try assert (P0 : 1 + m <> 0) by (nonzero).
  change ((1 + m) ^ 2 * (1 - h) ^ 2 - 4 * m * (1 - h) = (1 + m) ^ 2 * (h + (- 1)) * (h - (1 - m) ^ 2 / (1 + m) ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (m h : R), 0 < m -> (1 + m) ^ 2 * (1 - h) ^ 2 - 4 * m * (1 - h) = (1 + m) ^ 2 * (h + (- 1)) * (h - (1 - m) ^ 2 / (1 + m) ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation9.

Theorem optimizer_transient : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims /\ Equation5.claims /\ Equation6.claims /\ Equation7.claims /\ Equation8.claims /\ Equation9.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved (conj Equation4.proved (conj Equation5.proved (conj Equation6.proved (conj Equation7.proved (conj Equation8.proved Equation9.proved)))))))). Qed.

Print Assumptions optimizer_transient.
