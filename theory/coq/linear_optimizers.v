From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition N (eta : R) : R :=
  - eta.

Definition Q (z : R) : R :=
  z + (- 1).

Definition G (eta z : R) : R :=
  N eta / Q z.

Definition G_z (eta z : R) : R :=
  (- eta) * ((- 1) / (z + (- 1)) ^ 2).

Lemma G_z_derivative : forall (eta z : R), 0 < eta -> z + (- 1) <> 0 -> is_derive (fun z => G eta z) z (G_z eta z).
Proof.
  intros.
  change (is_derive (fun z => (- eta) / (z + (- 1))) z ((- eta) * ((- 1) / (z + (- 1)) ^ 2))).
  derivative.
Qed.

Definition Q_z : R :=
  1.

Lemma Q_z_derivative : forall (eta z : R), 0 < eta -> is_derive (fun z => Q z) z (Q_z).
Proof.
  intros.
  change (is_derive (fun z => z + (- 1)) z (1)).
  derivative.
Qed.

Lemma equation : forall (eta : R), 0 < eta -> 2 / eta * G eta (- 1) + (G eta (- 1)) ^ 2 / G_z eta (- 1) / eta - N eta / (Q_z * eta) = 3.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : - 1 + (- 1) <> 0) by (replace (- 1 + (- 1)) with (- 2) by (field; conditions); nonzero).
  change (2 / eta * ((- eta) / (- 1 + (- 1))) + ((- eta) / (- 1 + (- 1))) ^ 2 / ((- eta) * ((- 1) / (- 1 + (- 1)) ^ 2)) / eta - (- eta) / (1 * eta) = 3).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta z : R), 0 < eta -> z + (- 1) <> 0 -> is_derive (fun z => G eta z) z (G_z eta z))
  /\ (forall (eta z : R), 0 < eta -> is_derive (fun z => Q z) z (Q_z))
  /\ (forall (eta : R), 0 < eta -> 2 / eta * G eta (- 1) + (G eta (- 1)) ^ 2 / G_z eta (- 1) / eta - N eta / (Q_z * eta) = 3).

Theorem proved : claims.
Proof. exact (conj G_z_derivative (conj Q_z_derivative equation)). Qed.

End Equation1.

Module Equation2.

Definition first (eta m z : R) : R :=
  (- eta) * z / ((z + (- 1)) * (z - m)).

Definition second (eta m z : R) : R :=
  first eta m z / z.

Lemma equation : forall (eta m z : R), 0 < eta -> z + (- 1) <> 0 -> z - m <> 0 -> z <> 0 -> (z + (- 1) - m) * first eta m z + m * second eta m z = - eta.
Proof.
  intros.
  change ((z + (- 1) - m) * ((- eta) * z / ((z + (- 1)) * (z - m))) + m * ((- eta) * z / ((z + (- 1)) * (z - m)) / z) = - eta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> z + (- 1) <> 0 -> z - m <> 0 -> z <> 0 -> (z + (- 1) - m) * first eta m z + m * second eta m z = - eta).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition G (eta m z : R) : R :=
  (- eta) * z / ((z + (- 1)) * (z - m)).

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> G eta m (- 1) * 2 * (1 + m) / eta = 1.
Proof.
  intros.
  try assert (P0 : - 1 + (- 1) <> 0) by (replace (- 1 + (- 1)) with (- 2) by (field; conditions); nonzero).
  try assert (P1 : eta <> 0) by (nonzero).
  change ((- eta) * (- 1) / ((- 1 + (- 1)) * (- 1 - m)) * 2 * (1 + m) / eta = 1).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> G eta m (- 1) * 2 * (1 + m) / eta = 1).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Definition G (eta m z : R) : R :=
  (- eta) * z / ((z + (- 1)) * (z - m)).

Definition G_z (eta m z : R) : R :=
  (- eta) / ((z + (- 1)) * (z - m)) + (- eta) * z * ((- (z - m + (z + (- 1)))) / ((z + (- 1)) * (z - m)) ^ 2).

Lemma G_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> z + (- 1) <> 0 -> z - m <> 0 -> is_derive (fun z => G eta m z) z (G_z eta m z).
Proof.
  intros.
  change (is_derive (fun z => (- eta) * z / ((z + (- 1)) * (z - m))) z ((- eta) / ((z + (- 1)) * (z - m)) + (- eta) * z * ((- (z - m + (z + (- 1)))) / ((z + (- 1)) * (z - m)) ^ 2))).
  derivative.
Qed.

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> (- eta) / ((- 1 + (- 1)) * (- 1 - m)) + (- eta) * (- 1) * ((- (- 1 - m + (- 1 + (- 1)))) / ((- 1 + (- 1)) * (- 1 - m)) ^ 2) <> 0 -> 1 - m <> 0 -> (G eta m (- 1)) ^ 2 / G_z eta m (- 1) = eta / (1 - m).
Proof.
  intros.
  try assert (P0 : - 1 + (- 1) <> 0) by (replace (- 1 + (- 1)) with (- 2) by (field; conditions); nonzero).
  change (((- eta) * (- 1) / ((- 1 + (- 1)) * (- 1 - m))) ^ 2 / ((- eta) / ((- 1 + (- 1)) * (- 1 - m)) + (- eta) * (- 1) * ((- (- 1 - m + (- 1 + (- 1)))) / ((- 1 + (- 1)) * (- 1 - m)) ^ 2)) = eta / (1 - m)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> 0 < m -> z + (- 1) <> 0 -> z - m <> 0 -> is_derive (fun z => G eta m z) z (G_z eta m z))
  /\ (forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> (- eta) / ((- 1 + (- 1)) * (- 1 - m)) + (- eta) * (- 1) * ((- (- 1 - m + (- 1 + (- 1)))) / ((- 1 + (- 1)) * (- 1 - m)) ^ 2) <> 0 -> 1 - m <> 0 -> (G eta m (- 1)) ^ 2 / G_z eta m (- 1) = eta / (1 - m)).

Theorem proved : claims.
Proof. exact (conj G_z_derivative equation). Qed.

End Equation4.

Module Equation5.

Definition Q (m z : R) : R :=
  (z + (- 1)) * (z - m).

Definition Q_z (m z : R) : R :=
  z - m + (z + (- 1)).

Lemma Q_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> is_derive (fun z => Q m z) z (Q_z m z).
Proof.
  intros.
  change (is_derive (fun z => (z + (- 1)) * (z - m)) z (z - m + (z + (- 1)))).
  derivative.
Qed.

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> 1 - m + (1 + (- 1)) <> 0 -> 1 - m <> 0 -> (- ((- eta) * 1 + (- eta) * ((1 + m) * 1 - m))) / Q_z m 1 = 2 * eta / (1 - m).
Proof.
  intros.
  change ((- ((- eta) * 1 + (- eta) * ((1 + m) * 1 - m))) / (1 - m + (1 + (- 1))) = 2 * eta / (1 - m)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> 0 < m -> is_derive (fun z => Q m z) z (Q_z m z))
  /\ (forall (eta m : R), 0 < eta -> 0 < m -> 1 - m + (1 + (- 1)) <> 0 -> 1 - m <> 0 -> (- ((- eta) * 1 + (- eta) * ((1 + m) * 1 - m))) / Q_z m 1 = 2 * eta / (1 - m)).

Theorem proved : claims.
Proof. exact (conj Q_z_derivative equation). Qed.

End Equation5.

Module Equation6.

Definition first (eta m z : R) : R :=
  (- eta) * z / ((z + (- 1)) * (z - m)).

Lemma equation : forall (eta m z : R), 0 < eta -> z + (- 1) <> 0 -> z - m <> 0 -> z <> 0 -> (1 + m) * first eta m z - m * first eta m z / z = (- eta) * ((1 + m) * z - m) / ((z + (- 1)) * (z - m)).
Proof.
  intros.
  change ((1 + m) * ((- eta) * z / ((z + (- 1)) * (z - m))) - m * ((- eta) * z / ((z + (- 1)) * (z - m))) / z = (- eta) * ((1 + m) * z - m) / ((z + (- 1)) * (z - m))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> z + (- 1) <> 0 -> z - m <> 0 -> z <> 0 -> (1 + m) * first eta m z - m * first eta m z / z = (- eta) * ((1 + m) * z - m) / ((z + (- 1)) * (z - m))).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation6.

Module Equation7.

Definition G (eta m z : R) : R :=
  (- eta) * ((1 + m) * z - m) / ((z + (- 1)) * (z - m)).

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> G eta m (- 1) * 2 * (1 + m) / ((1 + 2 * m) * eta) = 1.
Proof.
  intros.
  try assert (P0 : - 1 + (- 1) <> 0) by (replace (- 1 + (- 1)) with (- 2) by (field; conditions); nonzero).
  try assert (P1 : 1 + 2 * m <> 0) by (nonzero).
  try assert (P2 : eta <> 0) by (nonzero).
  change ((- eta) * ((1 + m) * (- 1) - m) / ((- 1 + (- 1)) * (- 1 - m)) * 2 * (1 + m) / ((1 + 2 * m) * eta) = 1).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> G eta m (- 1) * 2 * (1 + m) / ((1 + 2 * m) * eta) = 1).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation7.

Module Equation8.

Definition G (eta m z : R) : R :=
  (- eta) * ((1 + m) * z - m) / ((z + (- 1)) * (z - m)).

Definition G_z (eta m z : R) : R :=
  (- eta) * (1 + m) / ((z + (- 1)) * (z - m)) + (- eta) * ((1 + m) * z - m) * ((- (z - m + (z + (- 1)))) / ((z + (- 1)) * (z - m)) ^ 2).

Lemma G_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> z + (- 1) <> 0 -> z - m <> 0 -> is_derive (fun z => G eta m z) z (G_z eta m z).
Proof.
  intros.
  change (is_derive (fun z => (- eta) * ((1 + m) * z - m) / ((z + (- 1)) * (z - m))) z ((- eta) * (1 + m) / ((z + (- 1)) * (z - m)) + (- eta) * ((1 + m) * z - m) * ((- (z - m + (z + (- 1)))) / ((z + (- 1)) * (z - m)) ^ 2))).
  derivative.
Qed.

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> (- eta) * (1 + m) / ((- 1 + (- 1)) * (- 1 - m)) + (- eta) * ((1 + m) * (- 1) - m) * ((- (- 1 - m + (- 1 + (- 1)))) / ((- 1 + (- 1)) * (- 1 - m)) ^ 2) <> 0 -> (G eta m (- 1)) ^ 2 / G_z eta m (- 1) * (1 + 3 * m) = eta * (1 + 2 * m) ^ 2.
Proof.
  intros.
  try assert (P0 : - 1 + (- 1) <> 0) by (replace (- 1 + (- 1)) with (- 2) by (field; conditions); nonzero).
  change (((- eta) * ((1 + m) * (- 1) - m) / ((- 1 + (- 1)) * (- 1 - m))) ^ 2 / ((- eta) * (1 + m) / ((- 1 + (- 1)) * (- 1 - m)) + (- eta) * ((1 + m) * (- 1) - m) * ((- (- 1 - m + (- 1 + (- 1)))) / ((- 1 + (- 1)) * (- 1 - m)) ^ 2)) * (1 + 3 * m) = eta * (1 + 2 * m) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> 0 < m -> z + (- 1) <> 0 -> z - m <> 0 -> is_derive (fun z => G eta m z) z (G_z eta m z))
  /\ (forall (eta m : R), 0 < eta -> 0 < m -> - 1 - m <> 0 -> (- eta) * (1 + m) / ((- 1 + (- 1)) * (- 1 - m)) + (- eta) * ((1 + m) * (- 1) - m) * ((- (- 1 - m + (- 1 + (- 1)))) / ((- 1 + (- 1)) * (- 1 - m)) ^ 2) <> 0 -> (G eta m (- 1)) ^ 2 / G_z eta m (- 1) * (1 + 3 * m) = eta * (1 + 2 * m) ^ 2).

Theorem proved : claims.
Proof. exact (conj G_z_derivative equation). Qed.

End Equation8.

Module Equation9.

Lemma equation : forall (eta x w k g delta : R), 0 < eta -> w - eta * (k + (x ^ 2 - delta ^ 2) / 2 * g) = w - eta * k + eta * g * (delta ^ 2 - x ^ 2) / 2.
Proof.
  intros.
  change (w - eta * (k + (x ^ 2 - delta ^ 2) / 2 * g) = w - eta * k + eta * g * (delta ^ 2 - x ^ 2) / 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x w k g delta : R), 0 < eta -> w - eta * (k + (x ^ 2 - delta ^ 2) / 2 * g) = w - eta * k + eta * g * (delta ^ 2 - x ^ 2) / 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation9.

Module Equation10.

Lemma equation : forall (eta x y : R), 0 < eta -> x - eta * (2 / eta + y) * x = (- (1 + eta * y)) * x.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (x - eta * (2 / eta + y) * x = (- (1 + eta * y)) * x).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x y : R), 0 < eta -> x - eta * (2 / eta + y) * x = (- (1 + eta * y)) * x).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation10.

Theorem linear_optimizers : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims /\ Equation5.claims /\ Equation6.claims /\ Equation7.claims /\ Equation8.claims /\ Equation9.claims /\ Equation10.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved (conj Equation4.proved (conj Equation5.proved (conj Equation6.proved (conj Equation7.proved (conj Equation8.proved (conj Equation9.proved Equation10.proved))))))))). Qed.

Print Assumptions linear_optimizers.
