From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition f1 (x S : R) : R :=
  S * x ^ 2 / 2.

Definition f1_x (x S : R) : R :=
  S * (2 * x) / 2.

Lemma f1_x_derivative : forall (x S : R), is_derive (fun x => f1 x S) x (f1_x x S).
Proof.
  intros.
  change (is_derive (fun x => S * x ^ 2 / 2) x (S * (2 * x) / 2)).
  derivative.
Qed.

Lemma equation : forall (x S eta : R), x - eta * f1_x x S = (1 - eta * S) * x.
Proof.
  intros.
  change (x - eta * (S * (2 * x) / 2) = (1 - eta * S) * x).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x S : R), is_derive (fun x => f1 x S) x (f1_x x S))
  /\ (forall (x S eta : R), x - eta * f1_x x S = (1 - eta * S) * x).

Theorem proved : claims.
Proof. exact (conj f1_x_derivative equation). Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (y eta : R), eta <> 0 -> 1 - eta * (2 / eta + y) = - (1 + eta * y).
Proof.
  intros.
  change (1 - eta * (2 / eta + y) = - (1 + eta * y)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (y eta : R), eta <> 0 -> 1 - eta * (2 / eta + y) = - (1 + eta * y)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem edge_of_stability : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions edge_of_stability.
